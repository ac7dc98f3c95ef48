// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func series(_ id: SeriesID) throws -> DemandSeriesRecord? { try self.find(key: [id]) }

  /// Series by id.
  public func series(at setting: SettingID? = nil) throws -> [DemandSeriesRecord] {
    try self.list("WHERE area = $1 AND (CAST($2 AS text) IS NULL OR setting = $2) ORDER BY id", [setting])
  }

  public func visit(_ id: VisitID) throws -> DemandVisitRecord? { try self.find(key: [id]) }

  /// Visits by week, setting and id. Cancelled ones only when asked for.
  public func visits(
    in week: SchoolWeek? = nil,
    at setting: SettingID? = nil,
    of series: SeriesID? = nil,
    includingCancelled: Bool = false
  ) throws -> [DemandVisitRecord] {
    try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR week = $2)
        AND (CAST($3 AS text) IS NULL OR setting = $3)
        AND (CAST($4 AS text) IS NULL OR series = $4)
        AND (CAST($5 AS bigint) = 1 OR cancelled_at IS NULL)
      ORDER BY week, setting, id
      """,
      [week, setting, series, includingCancelled]
    )
  }
}

extension Records {
  @discardableResult
  public func put(_ series: DemandSeriesRecord) throws -> Change { try self.upsert(series) }

  /// Keeps a visit and which children it is for; deriving the same demand again changes nothing.
  ///
  /// - Parameter children: those it is for from now on; `nil` leaves them as they are.
  @discardableResult
  public func put(_ visit: DemandVisitRecord, for children: [ChildID]? = nil) throws -> Change {
    let before = try self.childIDs(of: visit.id)
    let wanted = children.map { Set($0).sorted() } ?? before
    let change = try self.upsert(visit, about: wanted)
    guard wanted != before else { return change }
    try self.execute("DELETE FROM demand_visit_child WHERE area = $1 AND visit = $2", [visit.id])
    for child in wanted {
      try self.execute(
        "INSERT INTO demand_visit_child (area, visit, child) VALUES ($1, $2, $3)",
        [visit.id, child]
      )
    }
    try self.audit(
      .change,
      "demand_visit_child",
      visit.id.rawValue,
      about: before + wanted,
      content: CanonicalBytes(of: wanted.map(\.column)).bytes
    )
    return change == .unchanged ? .changed : change
  }

  /// Takes a visit out of what is asked for; it stays on record with the reason.
  ///
  /// - Throws: `store.not-found`; `store.conflict` when it is cancelled already or no reason is given.
  public func cancel(_ id: VisitID, reason: String) throws {
    guard var visit = try self.visit(id) else {
      throw Fault(.storeNotFound, "there is no such visit", at: id.rawValue)
    }
    guard visit.cancelledAt == nil else {
      throw Fault(.storeConflict, "the visit is cancelled already", at: id.rawValue)
    }
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw Fault(.storeConflict, "a visit is cancelled with a reason", at: id.rawValue)
    }
    visit.cancelledAt = self.now
    visit.cancelReason = reason
    try self.overwrite(visit, as: .cancel, about: try self.childIDs(of: id))
  }

  /// Whom a visit is for, by id; leaves a trace.
  public func children(of visit: VisitID) throws -> [ChildID] {
    let children = try self.childIDs(of: visit)
    try self.auditView("demand_visit_child", visit.rawValue, of: children)
    return children
  }

  /// Whom visits are for, each by id; visits that are for no child are left out. One trace of everyone shown.
  public func children(of visits: Set<VisitID>) throws -> [VisitID: [ChildID]] {
    guard !visits.isEmpty else { return [:] }
    let rows = try self.rows(among: visits.sorted()) { places in
      "SELECT visit, child FROM demand_visit_child WHERE area = $1 AND visit IN (\(places)) ORDER BY visit, child"
    }
    var children: [VisitID: [ChildID]] = [:]
    for row in rows {
      var reader = RowReader(row)
      children[try reader.next(), default: []].append(try reader.next())
    }
    try self.auditView("demand_visit_child", "", of: children.values.flatMap { $0 })
    return children
  }

  /// The visits asked for on behalf of a child, by week and id; leaves a trace.
  public func visits(for child: ChildID, includingCancelled: Bool = false) throws -> [DemandVisitRecord] {
    let visits: [DemandVisitRecord] = try self.list(
      """
      WHERE area = $1 AND (CAST($3 AS bigint) = 1 OR cancelled_at IS NULL) AND EXISTS (
        SELECT 1 FROM demand_visit_child
        WHERE demand_visit_child.area = demand_visit.area AND demand_visit_child.visit = demand_visit.id
          AND demand_visit_child.child = $2)
      ORDER BY week, id
      """,
      [child, includingCancelled]
    )
    try self.auditView("demand_visit", "", of: [child])
    return visits
  }

  private func childIDs(of visit: VisitID) throws -> [ChildID] {
    let rows = try self.rows(
      "SELECT child FROM demand_visit_child WHERE area = $1 AND visit = $2 ORDER BY child",
      [visit]
    )
    return try rows.map { row in
      var reader = RowReader(row)
      return try reader.next()
    }
  }
}
