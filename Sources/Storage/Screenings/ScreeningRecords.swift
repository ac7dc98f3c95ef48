// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What is read here leaves an audit entry that says to whom which children were shown.
extension Records {
  /// A screening, superseded or not.
  public func screening(_ id: ScreeningID) throws -> ScreeningRecord? {
    guard let screening: ScreeningRecord = try self.find(key: [id]) else { return nil }
    try self.auditView("screening", id.rawValue, of: [screening.child])
    return screening
  }

  /// The screening that supersedes `id`, if there is one.
  public func successor(of id: ScreeningID) throws -> ScreeningRecord? {
    let found: [ScreeningRecord] = try self.list("WHERE area = $1 AND supersedes = $2", [id])
    guard let successor = found.first else { return nil }
    try self.auditView("screening", successor.id.rawValue, of: [successor.child])
    return successor
  }

  /// Screenings by id, from the one after `id` on; `currentOnly` leaves out superseded ones.
  public func screenings(
    of child: ChildID? = nil,
    in cohort: CohortID? = nil,
    screener: String? = nil,
    phase: ScreeningPhase? = nil,
    currentOnly: Bool = true,
    after id: ScreeningID? = nil,
    limit: Int = 500
  ) throws -> [ScreeningRecord] {
    let screenings: [ScreeningRecord] = try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR child = $2)
        AND (CAST($3 AS text) IS NULL OR cohort = $3)
        AND (CAST($4 AS text) IS NULL OR screener = $4)
        AND (CAST($5 AS text) IS NULL OR phase = $5)
        AND (CAST($6 AS bigint) = 0 OR NOT EXISTS (
          SELECT 1 FROM screening AS later
          WHERE later.area = screening.area AND later.supersedes = screening.id))
        AND (CAST($7 AS text) IS NULL OR id > $7)
      ORDER BY id LIMIT $8
      """,
      [child, cohort, screener, phase, currentOnly, id, limit]
    )
    try self.auditView("screening", "", of: screenings.map(\.child))
    return screenings
  }
}

extension Records {
  /// Keeps a screening. One that supersedes another must be of the same child and say why.
  ///
  /// - Throws: `store.not-found` when the superseded screening is not there; `store.changed-meanwhile` when it
  ///   has already been superseded; `store.conflict` for the rest.
  public func add(_ screening: ScreeningRecord) throws {
    if let earlier = screening.supersedes {
      try self.checkAmendment(screening, of: earlier)
    } else if screening.amendmentReason != nil {
      throw Fault(
        .storeConflict,
        "an amendment reason without a superseded screening",
        at: screening.id.rawValue
      )
    }
    try self.insert(screening, about: [screening.child])
  }

  /// Keeps screenings that are not there yet and returns which those were, in the order given: the same
  /// upload twice adds nothing the second time.
  ///
  /// - Throws: `store.conflict` when a record with the same id but other content is kept.
  @discardableResult
  public func add(_ screenings: [ScreeningRecord]) throws -> [Change] {
    try screenings.map { screening in
      let known: ScreeningRecord? = try self.find(key: [screening.id])
      guard let known else {
        try self.add(screening)
        return .added
      }
      guard known == screening else {
        throw Fault(
          .storeConflict,
          "another screening is kept under this id",
          at: screening.id.rawValue,
          maybe: "amend it instead"
        )
      }
      return .unchanged
    }
  }

  private func checkAmendment(_ screening: ScreeningRecord, of earlier: ScreeningID) throws {
    guard let reason = screening.amendmentReason, reason.contains(where: { !$0.isWhitespace }) else {
      throw Fault(
        .storeConflict,
        "a screening that supersedes another needs a reason",
        at: screening.id.rawValue
      )
    }
    guard let superseded: ScreeningRecord = try self.find(key: [earlier]) else {
      throw Fault(.storeNotFound, "the screening to supersede is not kept", at: earlier.rawValue)
    }
    guard superseded.child == screening.child else {
      throw Fault(.storeConflict, "the screening to supersede is another child's", at: earlier.rawValue)
    }
    let others = try self.number(
      "SELECT count(*) FROM screening WHERE area = $1 AND supersedes = $2",
      [earlier]
    )
    guard others == 0 else {
      throw Fault(
        .storeChangedMeanwhile,
        "the screening has already been superseded",
        at: earlier.rawValue,
        maybe: "look at its successor and amend that"
      )
    }
  }
}
