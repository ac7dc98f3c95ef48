// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A child whom a visit outside any programme is for.
public struct ScreeningSeat: Sendable, Hashable {
  public let visit: VisitID
  public let child: ChildID
}

extension Records {
  /// Whom the visits outside any programme from one week to before another are for, by visit and child;
  /// cancelled visits left out. One trace of everyone shown.
  public func seatsOutsideProgrammes(from first: SchoolWeek, before week: SchoolWeek) throws -> [ScreeningSeat] {
    let rows = try self.rows(
      """
      SELECT demand_visit.id, demand_visit_child.child
      FROM demand_visit JOIN demand_visit_child
        ON demand_visit_child.area = demand_visit.area AND demand_visit_child.visit = demand_visit.id
      WHERE demand_visit.area = $1 AND demand_visit.week >= $2 AND demand_visit.week < $3
        AND demand_visit.cancelled_at IS NULL AND demand_visit.programme = ''
      ORDER BY demand_visit.id, demand_visit_child.child
      """,
      [first, week]
    )
    let seats = try rows.map { row in
      var reader = RowReader(row)
      return ScreeningSeat(visit: try reader.next(), child: try reader.next())
    }
    if !seats.isEmpty { try self.auditView("demand_visit_child", "", of: seats.map(\.child)) }
    return seats
  }
}
