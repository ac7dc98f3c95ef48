// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  /// Children by id, of some settings where any are named. Names nobody: ids only.
  public func childIDs(at settings: Set<SettingID>, after id: ChildID?, limit: Int) throws -> [ChildID] {
    let rows: [SQLRow]
    if settings.isEmpty {
      rows = try self.rows(
        "SELECT id FROM child WHERE area = $1 AND (CAST($2 AS text) IS NULL OR id > $2) ORDER BY id LIMIT $3",
        [id, limit])
    } else {
      rows = try settings.sorted().flatMap { setting in
        try self.rows(
          """
          SELECT id FROM child WHERE area = $1 AND setting = $2 AND (CAST($3 AS text) IS NULL OR id > $3)
          ORDER BY id LIMIT $4
          """, [setting, id, limit])
      }
    }
    let ids = try rows.map { row in
      var reader = RowReader(row)
      return try reader.next(ChildID.self)
    }
    return Array(ids.sorted().prefix(limit))
  }
}

extension Records {
  /// Every screening of some children, superseded ones too, with every decision on them. One trace of everyone shown.
  public func screeningsWithDecisions(
    of children: [ChildID]
  ) throws -> ([ScreeningRecord], [TierConfirmationRecord]) {
    let screenings = try self.screenings(ofChildren: children)
    let confirmations: [TierConfirmationRecord] = try self.list("screening", among: screenings.map(\.id))
    return (screenings, confirmations.sorted { ($0.at, $0.id) < ($1.at, $1.id) })
  }

  /// The cohorts that some children are in, each by id. The children were shown before this is asked.
  public func cohorts(ofChildren children: [ChildID]) throws -> [ChildID: [CohortRecord]] {
    let rows = try self.rows(among: children) { places in
      """
      SELECT cohort_child.child, \(CohortRecord.table.columns.map { "cohort.\($0)" }.joined(separator: ", "))
      FROM cohort_child JOIN cohort ON cohort.area = cohort_child.area AND cohort.id = cohort_child.cohort
      WHERE cohort_child.area = $1 AND cohort_child.child IN (\(places)) ORDER BY cohort_child.child, cohort.id
      """
    }
    var cohorts: [ChildID: [CohortRecord]] = [:]
    for row in rows {
      var reader = RowReader(row)
      cohorts[try reader.next(), default: []].append(try CohortRecord(&reader))
    }
    return cohorts
  }
}
