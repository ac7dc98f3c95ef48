// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a device has that the service has not answered for. Nothing is queued: whatever stands among the records and
/// has no answer is unsent, however it got there.
extension Reading {
  public func unsentCount() throws -> Int {
    try self.number("SELECT count(*) FROM screening WHERE area = $1 AND \(Self.isUnsent("screening"))")
      + self.number("SELECT count(*) FROM tier_confirmation WHERE area = $1 AND \(Self.isUnsent("tier_confirmation"))")
  }

  /// When the oldest unsent record was made; `nil` when everything was answered for.
  public func oldestUnsent() throws -> Instant? {
    let rows = try self.rows(
      """
      SELECT min(at) FROM (
        SELECT min(recorded_at) AS at FROM screening WHERE area = $1 AND \(Self.isUnsent("screening"))
        UNION ALL
        SELECT min(made_at) FROM tier_confirmation WHERE area = $1 AND \(Self.isUnsent("tier_confirmation"))
      ) AS oldest
      """)
    var reader = RowReader(rows[0])
    return try reader.next()
  }

  /// What the service said of records that it does not simply keep, by id.
  public func unsettled() throws -> [OutboxRecord] {
    try self.list("WHERE area = $1 AND state IN ('held', 'conflict', 'rejected') ORDER BY id")
  }

  fileprivate static func isUnsent(_ table: String) -> String {
    "NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.area = \(table).area AND outbox.id = \(table).id)"
  }
}

extension Records {
  /// Unsent screenings and amendments in the order in which they can be built on one another; leaves a trace.
  public func unsentScreenings(limit: Int) throws -> [ScreeningRecord] {
    let screenings: [ScreeningRecord] = try self.list(
      "WHERE area = $1 AND \(Self.isUnsent("screening")) ORDER BY recorded_at, id LIMIT $2", [limit])
    try self.auditView("screening", "", of: screenings.map(\.child))
    return screenings
  }

  /// Unsent decisions with the child each is about, in the order in which they were made; leaves a trace.
  public func unsentConfirmations(limit: Int) throws -> [(child: ChildID, confirmation: TierConfirmationRecord)] {
    let confirmations: [TierConfirmationRecord] = try self.list(
      "WHERE area = $1 AND \(Self.isUnsent("tier_confirmation")) ORDER BY made_at, id LIMIT $2", [limit])
    let screenings = try self.screenings(confirmations.map(\.screening))
    let children = Dictionary(screenings.map { ($0.id, $0.child) }, uniquingKeysWith: { first, _ in first })
    return confirmations.compactMap { confirmation in
      children[confirmation.screening].map { (child: $0, confirmation: confirmation) }
    }
  }

  /// Whether anything of a child waits to be sent, or was rejected and is nowhere but here: unfinished sittings too.
  public func isOnlyHere(_ child: ChildID) throws -> Bool {
    let isHere = { (table: String) in
      """
      (\(Self.isUnsent(table)) OR EXISTS (
        SELECT 1 FROM outbox WHERE outbox.area = \(table).area AND outbox.id = \(table).id AND outbox.state = 'rejected'))
      """
    }
    return try self.number(
      """
      SELECT (SELECT count(*) FROM screening WHERE area = $1 AND child = $2 AND \(isHere("screening")))
        + (SELECT count(*) FROM tier_confirmation WHERE area = $1 AND \(isHere("tier_confirmation"))
          AND screening IN (SELECT screening.id FROM screening WHERE screening.area = $1 AND screening.child = $2))
        + (SELECT count(*) FROM second_rating WHERE area = $1
          AND screening IN (SELECT screening.id FROM screening WHERE screening.area = $1 AND screening.child = $2))
        + (SELECT count(*) FROM entry WHERE area = $1 AND child = $2 AND status = 'open')
      """, [child]) > 0
  }

  /// Writes down what the service said of a record.
  @discardableResult
  public func put(_ answer: OutboxRecord) throws -> Change { try self.upsert(answer) }

  /// Makes rejected records unsent again.
  ///
  /// - Returns: how many.
  public func retryRejected() throws -> Int {
    let rejected = try self.unsettled().filter { $0.state == .rejected }
    for answer in rejected {
      try self.remove(OutboxRecord.self, "DELETE FROM outbox WHERE area = $1 AND id = $2", [answer.id])
    }
    return rejected.count
  }
}
