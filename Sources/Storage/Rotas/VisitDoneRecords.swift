// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  /// What became of visits, the latest word on each, by visit. Attendance is on ``Records``.
  public func visitsDone(in week: SchoolWeek? = nil, of rota: RotaID? = nil) throws -> [VisitDoneRecord] {
    try self.list(
      """
      WHERE area = $1 AND (CAST($3 AS text) IS NULL OR rota = $3)
        AND (CAST($2 AS text) IS NULL OR EXISTS (
          SELECT 1 FROM demand_visit
          WHERE demand_visit.area = visit_done.area AND demand_visit.id = visit_done.visit
            AND demand_visit.week = $2))
        AND NOT EXISTS (
          SELECT 1 FROM visit_done AS later
          WHERE later.area = visit_done.area AND later.visit = visit_done.visit
            AND (later.made_at > visit_done.made_at
              OR (later.made_at = visit_done.made_at AND later.id > visit_done.id)))
      ORDER BY visit
      """,
      [week, rota]
    )
  }
}

extension Records {
  /// Keeps what became of a visit and who was there. A later word on the same visit counts instead.
  public func add(_ done: VisitDoneRecord, attended children: [ChildID] = []) throws {
    try self.insertSilently(done)
    let attended = Set(children).sorted()
    for child in attended {
      try self.send(
        "INSERT INTO visit_attendance (area, visit_done, child) VALUES ($1, $2, $3)",
        [done.id, child]
      )
    }
    try self.audit(
      .add,
      "visit_done",
      done.id.rawValue,
      about: attended,
      content: CanonicalBytes(of: done.values + attended.map(\.column)).bytes
    )
  }

  /// Who was at a visit, by id; leaves a trace.
  public func attendance(of done: VisitDoneID) throws -> [ChildID] {
    let rows = try self.rows(
      "SELECT child FROM visit_attendance WHERE area = $1 AND visit_done = $2 ORDER BY child",
      [done]
    )
    let children = try rows.map { row in
      var reader = RowReader(row)
      return try reader.next(ChildID.self)
    }
    try self.auditView("visit_attendance", done.rawValue, of: children)
    return children
  }
}
