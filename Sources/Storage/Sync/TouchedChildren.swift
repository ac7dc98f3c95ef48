// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What of an area's records has changed since a place in its audit.
public struct Touched: Sendable, Hashable {
  /// In order; ids only.
  public let children: [ChildID]
  /// Whether settings or the calendar changed.
  public let area: Bool
  /// The place up to which this was looked at.
  public let through: Int
  /// Whether there is more after ``through``.
  public let isMore: Bool
}

extension Reading {
  /// The children about whom something was added, changed or removed after a place in the audit. As an area's writers
  /// take turns at its head, nothing ever appears before a place that was read. Names nobody: ids only.
  ///
  /// - Parameter limit: how many audit entries are looked at.
  public func touched(after sequence: Int, limit: Int) throws -> Touched {
    let end = min(sequence + limit, try self.auditHead().sequence)
    let rows = try self.rows(
      """
      SELECT DISTINCT audit_subject.child FROM audit_subject
      JOIN audit ON audit.area = audit_subject.area AND audit.sequence_number = audit_subject.sequence_number
      WHERE audit_subject.area = $1 AND audit_subject.sequence_number > $2 AND audit_subject.sequence_number <= $3
        AND audit.action <> 'view' AND audit.kind <> 'received_record'
      ORDER BY audit_subject.child
      """, [sequence, end])
    let children = try rows.map { row in
      var reader = RowReader(row)
      return try reader.next(ChildID.self)
    }
    let area = try self.number(
      """
      SELECT count(*) FROM audit WHERE area = $1 AND sequence_number > $2 AND sequence_number <= $3
        AND action <> 'view' AND kind IN ('setting', 'calendar_entry', 'area')
      """, [sequence, end])
    return Touched(
      children: children, area: area > 0, through: end, isMore: try self.auditHead().sequence > end)
  }
}
