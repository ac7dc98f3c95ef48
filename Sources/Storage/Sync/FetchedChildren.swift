// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Records {
  /// Puts a screening among the records as the service keeps it, with its decisions. What it supersedes is there.
  public func keepFetched(_ screening: ScreeningRecord) throws {
    try self.insert(screening, about: [screening.child])
    let kind = screening.supersedes == nil ? SyncKind.screening : .amendment
    try self.put(OutboxRecord(id: screening.id.rawValue, kind: kind, state: .fetched, answeredAt: self.now))
  }

  /// Puts a decision among the records as the service keeps it.
  public func keepFetched(_ confirmation: TierConfirmationRecord, of child: ChildID) throws {
    try self.insert(confirmation, about: [child])
    try self.put(
      OutboxRecord(id: confirmation.id.rawValue, kind: .confirmation, state: .fetched, answeredAt: self.now))
  }

  /// Notes that a child was given to this device in a round; see ``SyncServerRecord/round``.
  ///
  /// - Parameter isWhole: whether all that was given could be kept; if not, the child is asked for again.
  public func markFetched(_ child: ChildID, in round: Int, isWhole: Bool) throws {
    try self.send(
      """
      INSERT INTO fetched_child (area, child, round) VALUES ($1, $2, $3)
      ON CONFLICT (area, child) DO UPDATE SET round = excluded.round
      """, [child, isWhole ? round : -round])
  }

  /// Children who were given before the round and not in it: the service no longer gives them to this device.
  public func fetched(before round: Int) throws -> [ChildID] {
    try self.fetched("abs(round) < $2", [round])
  }

  /// Children of whom not all that was given could be kept.
  public func fetchedInPart() throws -> [ChildID] { try self.fetched("round < 0", []) }

  private func fetched(_ condition: String, _ values: [any ColumnValue]) throws -> [ChildID] {
    try self.rows("SELECT child FROM fetched_child WHERE area = $1 AND \(condition) ORDER BY child", values).map {
      row in
      var reader = RowReader(row)
      return try reader.next()
    }
  }

  /// Whether the child came from the service.
  public func isFetched(_ child: ChildID) throws -> Bool {
    try self.number("SELECT count(*) FROM fetched_child WHERE area = $1 AND child = $2", [child]) > 0
  }

  /// Lets go of everything about a child whom the service keeps. Whether anything is only here is for the caller to
  /// ask first.
  ///
  /// - Throws: `store.conflict` in a store that is no device's.
  public func release(_ child: ChildID) throws {
    try self.releasing(child) {
      for table in ChildTable.all {
        guard case .removed = table.erasure else { continue }
        try self.execute("DELETE FROM \(table.name) WHERE \(table.clause)", [child])
      }
    }
    try self.audit(.remove, "fetched_child", child.rawValue, about: [child], content: [])
  }

  /// Lets go of screenings of a child with the decisions on them, to make room for what the service has in their place.
  /// What it said of them stays.
  ///
  /// - Parameter screenings: what builds on others after those.
  public func release(_ screenings: [ScreeningID], of child: ChildID) throws {
    guard !screenings.isEmpty else { return }
    try self.releasing(child) {
      // Those that build on others first.
      for screening in screenings.reversed() {
        try self.execute("DELETE FROM tier_confirmation WHERE area = $1 AND screening = $2", [screening])
        try self.execute("DELETE FROM screening WHERE area = $1 AND id = $2", [screening])
      }
    }
    try self.audit(.remove, ScreeningRecord.table.name, "", about: [child], content: [])
  }

  private func releasing(_ child: ChildID, _ body: () throws -> Void) throws {
    try self.execute("INSERT INTO released_child (area, child) VALUES ($1, $2)", [child])
    try body()
    try self.execute("DELETE FROM released_child WHERE area = $1 AND child = $2", [child])
  }
}
