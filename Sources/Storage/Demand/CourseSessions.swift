// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One visit of a programme that a child was down for in an earlier week.
public struct CourseSession: Sendable, Hashable {
  public let child: ChildID
  public let visit: VisitID
  /// `nil` for an assessment before the course.
  public let series: SeriesID?
  public let programme: String
  public let kind: String
  public let week: SchoolWeek
  /// Whether the latest word on the visit is that it took place.
  public let wasHeld: Bool
}

extension Records {
  /// What every child was down for before `week`, by child, week and visit; cancelled visits left out. One
  /// trace of everyone shown.
  public func courseSessions(before week: SchoolWeek) throws -> [CourseSession] {
    let rows = try self.rows(
      """
      SELECT demand_visit_child.child, demand_visit.id, demand_visit.series, demand_visit.programme,
        demand_visit.kind, demand_visit.week,
        CASE WHEN (
          SELECT visit_done.outcome FROM visit_done
          WHERE visit_done.area = demand_visit.area AND visit_done.visit = demand_visit.id
          ORDER BY visit_done.made_at DESC, visit_done.id DESC LIMIT 1) = 'done' THEN 1 ELSE 0 END
      FROM demand_visit JOIN demand_visit_child
        ON demand_visit_child.area = demand_visit.area AND demand_visit_child.visit = demand_visit.id
      WHERE demand_visit.area = $1 AND demand_visit.week < $2 AND demand_visit.cancelled_at IS NULL
        AND demand_visit.programme <> ''
      ORDER BY demand_visit_child.child, demand_visit.week, demand_visit.id
      """,
      [week]
    )
    let sessions = try rows.map { row in
      var reader = RowReader(row)
      return CourseSession(
        child: try reader.next(),
        visit: try reader.next(),
        series: try reader.next(),
        programme: try reader.next(),
        kind: try reader.next(),
        week: try reader.next(),
        wasHeld: try reader.next()
      )
    }
    try self.auditView("demand_visit_child", "", of: sessions.map(\.child))
    return sessions
  }
}
