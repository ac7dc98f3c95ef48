// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func release(_ id: ReleaseID) throws -> ReleaseRecord? { try self.find(key: [id]) }

  /// Releases by id, from the one after `id` on.
  public func releases(after id: ReleaseID? = nil, limit: Int = 1_000) throws -> [ReleaseRecord] {
    try self.list(
      "WHERE area = $1 AND (CAST($2 AS text) IS NULL OR id > $2) ORDER BY id LIMIT $3",
      [id, limit]
    )
  }
}

extension Records {
  public func add(_ release: ReleaseRecord) throws { try self.insert(release) }
}
