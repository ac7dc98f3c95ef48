// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  public func rota(_ id: RotaID) throws -> RotaRecord? { try self.find(key: [id]) }

  /// Rotas by week, then newest first.
  public func rotas(in week: SchoolWeek? = nil, status: RotaStatus? = nil) throws -> [RotaRecord] {
    try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR week = $2)
        AND (CAST($3 AS text) IS NULL OR status = $3)
      ORDER BY week, made_at DESC, id DESC
      """,
      [week, status]
    )
  }

  /// The rota that people hold for the week.
  public func publishedRota(for week: SchoolWeek) throws -> RotaRecord? {
    try self.rotas(in: week, status: .published).first
  }

  /// A rota's assignments by day, start, visit and slot.
  public func assignments(of rota: RotaID, staff: StaffID? = nil) throws -> [RotaAssignmentRecord] {
    try self.list(
      """
      WHERE area = $1 AND rota = $2 AND (CAST($3 AS text) IS NULL OR staff = $3)
      ORDER BY visit_day, start_minute, visit, slot
      """,
      [rota, staff]
    )
  }
}

extension Records {
  /// Keeps a draft with its assignments.
  ///
  /// - Throws: `store.conflict` when it is not a draft, or refers to a visit or person who is not kept.
  public func add(_ rota: RotaRecord, assignments: [RotaAssignmentRecord]) throws {
    guard rota.status == .draft, assignments.allSatisfy({ $0.rota == rota.id }) else {
      throw Fault(
        .storeConflict,
        "a rota begins as a draft, with assignments of its own",
        at: rota.id.rawValue
      )
    }
    try self.insertSilently(rota)
    for assignment in assignments { try self.insertSilently(assignment) }
    let content = rota.values + assignments.flatMap(\.values)
    try self.audit(.add, "rota", rota.id.rawValue, content: CanonicalBytes(of: content).bytes)
  }

  /// Makes a draft the rota that people hold, and supersedes the one they held for the week.
  ///
  /// - Parameter replacing: the week's published rota as the caller knows it; `nil` when none was.
  /// - Throws: `store.not-found`; `store.conflict` when it is not a draft; `store.changed-meanwhile` when another
  ///   rota than `replacing` is published for the week.
  public func publish(_ id: RotaID, replacing: RotaID?) throws {
    guard var rota = try self.rota(id) else {
      throw Fault(.storeNotFound, "there is no such rota", at: id.rawValue)
    }
    guard rota.status == .draft else {
      throw Fault(.storeConflict, "the rota is \(rota.status.rawValue), not a draft", at: id.rawValue)
    }
    let held = try self.publishedRota(for: rota.week)
    guard held?.id == replacing else {
      throw Fault(
        .storeChangedMeanwhile,
        "another rota has been published for \(rota.week)",
        at: held?.id.rawValue,
        maybe: "look at it, then plan again or publish over it"
      )
    }
    if var held {
      held.status = .superseded
      try self.overwrite(held)
    }
    rota.status = .published
    rota.publishedBy = self.principal.name
    rota.publishedAt = self.now
    try self.overwrite(rota, as: .publish)
  }
}
