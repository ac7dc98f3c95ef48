// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// That nothing about a child may be erased from now on, or that this ended. Only ever added; the last one counts.
public struct LegalHoldRecord: Sendable, Hashable {
  public let child: ChildID
  /// 1, 2, 3, … of the child.
  public let sequence: Int
  public let isHeld: Bool
  public let reason: String
  public let by: String
  public let at: Instant

  public init(child: ChildID, sequence: Int, isHeld: Bool, reason: String, by: String, at: Instant) {
    self.child = child
    self.sequence = sequence
    self.isHeld = isHeld
    self.reason = reason
    self.by = by
    self.at = at
  }
}

extension LegalHoldRecord: TableRow {
  static let table = TableShape(
    "legal_hold",
    key: 2,
    [
      "child", "sequence_number", "is_held", "reason", "made_by", "made_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      child: try row.next(),
      sequence: try row.next(),
      isHeld: try row.next(),
      reason: try row.next(),
      by: try row.next(),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.child.column, self.sequence.column, self.isHeld.column, self.reason.column, self.by.column,
      self.at.column,
    ]
  }
}
