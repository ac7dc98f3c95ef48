// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One visit that took place, for one child who was down for it or was there.
public struct DeliveredSession: Sendable, Hashable {
  public let child: ChildID
  public let visit: VisitID
  /// Empty for a visit of no programme.
  public let programme: String
  public let kind: String
  public let week: SchoolWeek
  /// The day, where a rota held the visit.
  public let day: CivilDate?
  /// As it really took.
  public let minutes: Int
  /// `nil` when nobody wrote down who was there.
  public let wasPresent: Bool?
}

extension Records {
  /// The dose: every visit whose latest word is that it took place, of every child or
  /// one, by child, week and visit. One trace of everyone shown.
  public func deliveredSessions(of child: ChildID? = nil) throws -> [DeliveredSession] {
    let rows = try self.rows(
      """
      SELECT booked.child, demand_visit.id, demand_visit.programme, demand_visit.kind, demand_visit.week,
        (SELECT min(rota_assignment.visit_day) FROM rota_assignment
         WHERE rota_assignment.area = done.area AND rota_assignment.rota = done.rota
           AND rota_assignment.visit = done.visit),
        done.minutes,
        CASE
          WHEN NOT EXISTS (
            SELECT 1 FROM visit_attendance
            WHERE visit_attendance.area = done.area AND visit_attendance.visit_done = done.id) THEN NULL
          WHEN EXISTS (
            SELECT 1 FROM visit_attendance
            WHERE visit_attendance.area = done.area AND visit_attendance.visit_done = done.id
              AND visit_attendance.child = booked.child) THEN 1
          ELSE 0
        END
      FROM visit_done AS done
      JOIN demand_visit ON demand_visit.area = done.area AND demand_visit.id = done.visit
      JOIN (
        SELECT area, visit, child FROM demand_visit_child
        UNION
        SELECT visit_done.area, visit_done.visit, visit_attendance.child
        FROM visit_attendance JOIN visit_done
          ON visit_done.area = visit_attendance.area AND visit_done.id = visit_attendance.visit_done
      ) AS booked ON booked.area = done.area AND booked.visit = done.visit
      WHERE done.area = $1 AND done.outcome = 'done'
        AND (CAST($2 AS text) IS NULL OR booked.child = $2) AND NOT EXISTS (
        SELECT 1 FROM visit_done AS later
        WHERE later.area = done.area AND later.visit = done.visit
          AND (later.made_at > done.made_at OR (later.made_at = done.made_at AND later.id > done.id)))
      ORDER BY booked.child, demand_visit.week, demand_visit.id
      """,
      [child]
    )
    let sessions = try rows.map { row in
      var reader = RowReader(row)
      return DeliveredSession(
        child: try reader.next(),
        visit: try reader.next(),
        programme: try reader.next(),
        kind: try reader.next(),
        week: try reader.next(),
        day: try reader.next(),
        minutes: try reader.next(),
        wasPresent: try reader.next()
      )
    }
    try self.auditView("visit_attendance", "", of: sessions.map(\.child))
    return sessions
  }
}
