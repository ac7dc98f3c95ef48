// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  /// Whose identifier this is. Names nobody, so it leaves no trace.
  public func childID(_ scheme: IdentifierScheme, _ value: String) throws -> ChildID? {
    let rows = try self.rows(
      "SELECT child FROM child_identifier WHERE area = $1 AND scheme = $2 AND identifier = $3",
      [scheme, value]
    )
    guard let row = rows.first else { return nil }
    var reader = RowReader(row)
    return try reader.next()
  }

  public func childCount(at setting: SettingID? = nil) throws -> Int {
    try self.number(
      "SELECT count(*) FROM child WHERE area = $1 AND (CAST($2 AS text) IS NULL OR setting = $2)",
      [setting]
    )
  }
}

/// What is read here leaves an audit entry that says to whom which children were shown.
extension Records {
  public func child(_ id: ChildID) throws -> ChildRecord? {
    guard let child: ChildRecord = try self.find(key: [id]) else { return nil }
    try self.auditView("child", id.rawValue, of: [id])
    return child
  }

  /// Children by id, from the one after `id` on.
  public func children(
    at setting: SettingID? = nil,
    in cohort: CohortID? = nil,
    after id: ChildID? = nil,
    limit: Int = 500
  ) throws -> [ChildRecord] {
    let children: [ChildRecord] = try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR setting = $2)
        AND (CAST($3 AS text) IS NULL OR EXISTS (
          SELECT 1 FROM cohort_child
          WHERE cohort_child.area = child.area AND cohort_child.child = child.id
            AND cohort_child.cohort = $3))
        AND (CAST($4 AS text) IS NULL OR id > $4)
      ORDER BY id LIMIT $5
      """,
      [setting, cohort, id, limit]
    )
    try self.auditView("child", "", of: children.map(\.id))
    return children
  }

  /// Candidates for a match, by id: names alone never make one.
  public func children(born day: CivilDate) throws -> [ChildRecord] {
    let children: [ChildRecord] = try self.list("WHERE area = $1 AND birth_date = $2 ORDER BY id", [day])
    try self.auditView("child", "", of: children.map(\.id))
    return children
  }

  /// What other systems call the child, by scheme.
  public func identifiers(of child: ChildID) throws -> [ChildIdentifierRecord] {
    let identifiers: [ChildIdentifierRecord] = try self.list(
      "WHERE area = $1 AND child = $2 ORDER BY scheme",
      [child]
    )
    if !identifiers.isEmpty { try self.auditView("child_identifier", child.rawValue, of: [child]) }
    return identifiers
  }
}

extension Records {
  /// - Throws: `child.erased` when everything about a child of this id was erased.
  public func add(_ child: ChildRecord) throws {
    try self.refuseErased(child.id)
    try self.insert(child, about: [child.id])
  }

  /// - Throws: `child.erased` when everything about a child of this id was erased.
  @discardableResult
  public func put(_ child: ChildRecord) throws -> Change {
    try self.refuseErased(child.id)
    return try self.upsert(child, about: [child.id])
  }

  /// One change a child, in the same order.
  @discardableResult
  public func put(_ children: [ChildRecord]) throws -> [Change] {
    try children.map { try self.put($0) }
  }

  /// - Throws: `store.conflict` when another child has the identifier.
  @discardableResult
  public func put(_ identifier: ChildIdentifierRecord) throws -> Change {
    try self.upsert(identifier, about: [identifier.child])
  }
}
