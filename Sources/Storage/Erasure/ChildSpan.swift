// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The dates that decide how long a child's record is kept.
public struct ChildSpan: Sendable, Hashable {
  public let child: ChildID
  public let born: CivilDate
  public let died: CivilDate?
  /// The last day on which the child was screened or took part in a visit.
  public let lastSeen: CivilDate?
  public let isHeld: Bool
}

extension Records {
  /// The spans of the children that `isShown` picks, by id; these stand in the audit as shown.
  ///
  /// - Parameter child: only this one.
  public func childSpans(of child: ChildID? = nil, where isShown: (ChildSpan) -> Bool) throws -> [ChildSpan] {
    var spans: [ChildSpan] = []
    var last: ChildID?
    while true {
      let page = try self.rows(
        """
        SELECT child.id, child.birth_date, child.died_on,
          (SELECT max(screening.test_date) FROM screening
            WHERE screening.area = child.area AND screening.child = child.id
              AND screening.not_screened_reason IS NULL),
          (SELECT max(substr(visit_done.made_at, 1, 10)) FROM visit_attendance
            JOIN visit_done ON visit_done.area = visit_attendance.area AND visit_done.id = visit_attendance.visit_done
            WHERE visit_attendance.area = child.area AND visit_attendance.child = child.id),
          (SELECT legal_hold.is_held FROM legal_hold
            WHERE legal_hold.area = child.area AND legal_hold.child = child.id
            ORDER BY legal_hold.sequence_number DESC LIMIT 1)
        FROM child
        WHERE child.area = $1 AND (CAST($2 AS text) IS NULL OR child.id = $2)
          AND (CAST($3 AS text) IS NULL OR child.id > $3)
        ORDER BY child.id LIMIT 1000
        """,
        [child, last]
      ).map { row in
        var reader = RowReader(row)
        let (id, born, died): (ChildID, CivilDate, CivilDate?) = (
          try reader.next(), try reader.next(), try reader.next()
        )
        let seen: [CivilDate?] = [try reader.next(), try reader.next()]
        return ChildSpan(
          child: id, born: born, died: died, lastSeen: seen.compactMap(\.self).max(),
          isHeld: try reader.next(Bool?.self) ?? false)
      }
      spans += page.filter(isShown)
      last = page.last?.child
      if page.count < 1000 { break }
    }
    if !spans.isEmpty { try self.auditView("child", "", of: spans.map(\.child)) }
    return spans
  }
}
