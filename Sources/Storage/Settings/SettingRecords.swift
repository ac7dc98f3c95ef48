// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func setting(_ id: SettingID) throws -> SettingRecord? { try self.find(key: [id]) }

  /// Settings by id, from the one after `id` on.
  public func settings(after id: SettingID? = nil, limit: Int = 10_000) throws -> [SettingRecord] {
    try self.list(
      "WHERE area = $1 AND (CAST($2 AS text) IS NULL OR id > $2) ORDER BY id LIMIT $3",
      [id, limit]
    )
  }
}

extension Records {
  public func add(_ setting: SettingRecord) throws { try self.insert(setting) }

  @discardableResult
  public func put(_ setting: SettingRecord) throws -> Change { try self.upsert(setting) }

  /// One change a setting, in the same order.
  @discardableResult
  public func put(_ settings: [SettingRecord]) throws -> [Change] { try settings.map { try self.upsert($0) } }
}
