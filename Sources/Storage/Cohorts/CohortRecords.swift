// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func cohort(_ id: CohortID) throws -> CohortRecord? { try self.find(key: [id]) }

  /// Cohorts by academic year, setting, year group and term.
  public func cohorts(
    at setting: SettingID? = nil,
    in year: AcademicYear? = nil,
    term: Term? = nil,
    yearGroup: NCYear? = nil
  ) throws -> [CohortRecord] {
    try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR setting = $2)
        AND (CAST($3 AS text) IS NULL OR academic_year = $3)
        AND (CAST($4 AS text) IS NULL OR term = $4)
        AND (CAST($5 AS text) IS NULL OR year_group = $5)
      ORDER BY academic_year, setting, year_group, term, id
      """,
      [setting, year, term, yearGroup]
    )
  }

  /// Which children are in a cohort. Says nothing of them, so it leaves no trace.
  public func membership(of cohort: CohortID) throws -> Set<ChildID> {
    Set(
      try self.rows("SELECT child FROM cohort_child WHERE area = $1 AND cohort = $2", [cohort]).map { row in
        var reader = RowReader(row)
        return try reader.next(ChildID.self)
      })
  }

  public func memberCount(of cohort: CohortID) throws -> Int {
    try self.number("SELECT count(*) FROM cohort_child WHERE area = $1 AND cohort = $2", [cohort])
  }
}

extension Records {
  public func add(_ cohort: CohortRecord) throws { try self.insert(cohort) }

  @discardableResult
  public func put(_ cohort: CohortRecord) throws -> Change { try self.upsert(cohort) }

  /// Puts children into a cohort and returns those who were not in it yet, in the order given.
  @discardableResult
  public func place(_ children: [ChildID], in cohort: CohortID) throws -> [ChildID] {
    let members = try self.membership(of: cohort)
    var met: Set<ChildID> = []
    let placed = children.filter { !members.contains($0) && met.insert($0).inserted }
    for child in placed {
      try self.send(
        "INSERT INTO cohort_child (area, cohort, child) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING", [cohort, child])
    }
    if !placed.isEmpty {
      try self.audit(.add, "cohort_child", cohort.rawValue, about: placed, content: [])
    }
    return placed
  }

  /// Takes children out of a cohort and returns how many were in it.
  @discardableResult
  public func withdraw(_ children: [ChildID], from cohort: CohortID) throws -> Int {
    let gone = try children.filter { child in
      try self.execute(
        "DELETE FROM cohort_child WHERE area = $1 AND cohort = $2 AND child = $3",
        [cohort, child]
      ) == 1
    }
    if !gone.isEmpty { try self.audit(.remove, "cohort_child", cohort.rawValue, about: gone, content: []) }
    return gone.count
  }

  /// The children of a cohort by id; showing them leaves a trace.
  public func members(of cohort: CohortID) throws -> [ChildID] {
    let rows = try self.rows(
      "SELECT child FROM cohort_child WHERE area = $1 AND cohort = $2 ORDER BY child",
      [cohort]
    )
    let members = try rows.map { row in
      var reader = RowReader(row)
      return try reader.next(ChildID.self)
    }
    try self.auditView("cohort_child", cohort.rawValue, of: members)
    return members
  }

  /// The cohorts a child is in, by id; leaves a trace.
  public func cohorts(of child: ChildID) throws -> [CohortRecord] {
    let cohorts: [CohortRecord] = try self.list(
      """
      WHERE area = $1 AND EXISTS (
        SELECT 1 FROM cohort_child
        WHERE cohort_child.area = cohort.area AND cohort_child.cohort = cohort.id
          AND cohort_child.child = $2)
      ORDER BY id
      """,
      [child]
    )
    try self.auditView("cohort", "", of: [child])
    return cohorts
  }
}
