// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One record as a device sent it: when, by whom, and what became of it.
public struct ReceivedRecord: Sendable, Hashable {
  public enum State: String, Sendable, Hashable, CaseIterable, ColumnValue {
    /// It stands among the area's records.
    case stored
    /// What it builds on has not come yet.
    case held
    /// It contradicts what was stored before it; both are kept until somebody decides.
    case conflict
    /// Decided: it was put in the place of what it contradicts.
    case taken
    /// Decided: what it contradicts stays. Its body is kept.
    case dropped
  }

  /// Made on the device.
  public let id: String
  public let kind: SyncKind
  public let child: ChildID
  /// The screening that it amends or decides on; for a stored screening, the one that had the same answers before it.
  public var parent: ScreeningID?
  /// Of the body's bytes as they came.
  public let bodyHash: Digest
  /// As it came; `nil` once it is stored.
  public var body: String?
  public let by: String
  public let role: Role
  /// What the device calls itself.
  public let device: String
  /// By the device's clock.
  public let madeAt: Instant
  /// By how many milliseconds the device's clock was ahead when it last met the service.
  public let clockAhead: Int
  public let receivedAt: Instant
  public var state: State
  /// The screening that it contradicts.
  public var contradicts: ScreeningID?
  public var decidedBy: String?
  public var decidedAt: Instant?
  public var decisionReason: String?

  public init(
    id: String, kind: SyncKind, child: ChildID, parent: ScreeningID? = nil, bodyHash: Digest, body: String? = nil,
    by: String, role: Role, device: String, madeAt: Instant, clockAhead: Int = 0, receivedAt: Instant, state: State,
    contradicts: ScreeningID? = nil, decidedBy: String? = nil, decidedAt: Instant? = nil, decisionReason: String? = nil
  ) {
    self.id = id
    self.kind = kind
    self.child = child
    self.parent = parent
    self.bodyHash = bodyHash
    self.body = body
    self.by = by
    self.role = role
    self.device = device
    self.madeAt = madeAt
    self.clockAhead = clockAhead
    self.receivedAt = receivedAt
    self.state = state
    self.contradicts = contradicts
    self.decidedBy = decidedBy
    self.decidedAt = decidedAt
    self.decisionReason = decisionReason
  }
}

extension ReceivedRecord: TableRow {
  static let table = TableShape(
    "received_record",
    key: 1,
    [
      "id", "kind", "child", "parent", "body_hash", "body", "made_by", "role", "device", "made_at", "clock_ahead",
      "received_at", "state", "contradicts", "decided_by", "decided_at", "decision_reason",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(), kind: try row.next(), child: try row.next(), parent: try row.next(),
      bodyHash: try row.next(), body: try row.next(), by: try row.next(), role: try row.next(), device: try row.next(),
      madeAt: try row.next(), clockAhead: try row.next(), receivedAt: try row.next(), state: try row.next(),
      contradicts: try row.next(), decidedBy: try row.next(), decidedAt: try row.next(),
      decisionReason: try row.next())
  }

  var values: [SQLValue] {
    [
      self.id.column, self.kind.column, self.child.column, self.parent.column, self.bodyHash.column,
      self.body.column, self.by.column, self.role.column, self.device.column, self.madeAt.column,
      self.clockAhead.column,
      self.receivedAt.column, self.state.column, self.contradicts.column, self.decidedBy.column,
      self.decidedAt.column, self.decisionReason.column,
    ]
  }
}
