// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// In a device's own store: what the service said of one record. A record that has none was not sent yet.
public struct OutboxRecord: Sendable, Hashable {
  public enum State: String, Sendable, Hashable, CaseIterable, ColumnValue {
    /// The service keeps it.
    case sent
    /// The service keeps it aside until what it builds on has come.
    case held
    /// The service keeps it beside what it contradicts, until somebody decides.
    case conflict
    /// The service will not have it, and says why. It stays here.
    case rejected
    /// It came from the service.
    case fetched
  }

  public let id: String
  public let kind: SyncKind
  public var state: State
  /// Why it was rejected: an error's code.
  public var code: String?
  public var answeredAt: Instant

  public init(id: String, kind: SyncKind, state: State, code: String? = nil, answeredAt: Instant) {
    self.id = id
    self.kind = kind
    self.state = state
    self.code = code
    self.answeredAt = answeredAt
  }
}

extension OutboxRecord: TableRow {
  static let table = TableShape("outbox", key: 1, ["id", "kind", "state", "code", "answered_at"])

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(), kind: try row.next(), state: try row.next(), code: try row.next(),
      answeredAt: try row.next())
  }

  var values: [SQLValue] {
    [self.id.column, self.kind.column, self.state.column, self.code.column, self.answeredAt.column]
  }
}
