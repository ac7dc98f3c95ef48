// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Who may sign in. The token itself is never kept.
public struct AccountRecord: Sendable, Hashable {
  public let name: String
  public var role: Role
  public var tokenHash: Digest
  /// Whose visits a practitioner sees.
  public var staff: StaffID?
  /// Whose children a setting sees.
  public var setting: SettingID?
  public var addedAt: Instant
  public var revokedAt: Instant?
  /// The device with whose key the token is good: SHA-256 of its SubjectPublicKeyInfo; `nil` = any.
  public var device: Digest?

  public init(
    name: String,
    role: Role,
    tokenHash: Digest,
    staff: StaffID? = nil,
    setting: SettingID? = nil,
    addedAt: Instant,
    revokedAt: Instant? = nil,
    device: Digest? = nil
  ) {
    self.name = name
    self.role = role
    self.tokenHash = tokenHash
    self.staff = staff
    self.setting = setting
    self.addedAt = addedAt
    self.revokedAt = revokedAt
    self.device = device
  }
}

extension AccountRecord: TableRow {
  static let table = TableShape(
    "account",
    key: 1,
    [
      "name", "role", "token_hash", "staff", "setting", "added_at", "revoked_at", "device",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      name: try row.next(),
      role: try row.next(),
      tokenHash: try row.next(),
      staff: try row.next(),
      setting: try row.next(),
      addedAt: try row.next(),
      revokedAt: try row.next(),
      device: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.name.column, self.role.column, self.tokenHash.column, self.staff.column, self.setting.column,
      self.addedAt.column, self.revokedAt.column, self.device.column,
    ]
  }
}
