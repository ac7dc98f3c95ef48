// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// In a device's own store: the service that it exchanges records with, and how far it got.
public struct SyncServerRecord: Sendable, Hashable {
  /// `host:port`.
  public var address: String
  /// Whose device it is to the service.
  public var person: String
  public var role: Role
  /// Whose children are taken along; empty = everyone whom the person may see.
  public var settings: [SettingID]
  /// Where the next fetch goes on; the service's own text.
  public var cursor: String?
  /// How often everything was fetched from the start.
  public var round: Int
  /// By how many milliseconds this device's clock was ahead at the last contact.
  public var clockAhead: Int
  public var lastContact: Instant
  /// The latest signed root of the area's audit that the service told; see `AuditRoots`.
  public var auditRoot: String?

  public init(
    address: String, person: String, role: Role, settings: [SettingID] = [], cursor: String? = nil, round: Int = 0,
    clockAhead: Int = 0, lastContact: Instant, auditRoot: String? = nil
  ) {
    self.address = address
    self.person = person
    self.role = role
    self.settings = settings
    self.cursor = cursor
    self.round = round
    self.clockAhead = clockAhead
    self.lastContact = lastContact
    self.auditRoot = auditRoot
  }
}

extension SyncServerRecord: TableRow {
  static let table = TableShape(
    "sync_server",
    key: 0,
    [
      "address", "person", "role", "settings", "cursor_text", "round", "clock_ahead", "last_contact", "audit_root",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      address: try row.next(), person: try row.next(), role: try row.next(),
      settings: try row.next([String].self).map { SettingID($0) }, cursor: try row.next(), round: try row.next(),
      clockAhead: try row.next(), lastContact: try row.next(), auditRoot: try row.next())
  }

  var values: [SQLValue] {
    [
      self.address.column, self.person.column, self.role.column, self.settings.map(\.rawValue).column,
      self.cursor.column, self.round.column, self.clockAhead.column, self.lastContact.column, self.auditRoot.column,
    ]
  }
}

extension Reading {
  /// `nil` in a store that is no device's.
  public func syncServer() throws -> SyncServerRecord? { try self.find(key: []) }
}

extension Records {
  /// Says with which service the store exchanges records, and how far it got.
  @discardableResult
  public func put(_ server: SyncServerRecord) throws -> Change { try self.upsert(server) }
}
