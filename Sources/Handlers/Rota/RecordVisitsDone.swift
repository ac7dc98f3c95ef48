// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Writes down what became of visits. The next week's demand counts the sessions that were held.
public enum RecordVisitsDone: RecordOperation {
  public struct Word: Sendable {
    public let visit: VisitID
    public let outcome: VisitOutcome
    /// Who was there; `nil` = everyone the visit was for, when it took place.
    public let attended: [ChildID]?
    /// No child is named.
    public let note: String

    public init(visit: VisitID, outcome: VisitOutcome, attended: [ChildID]? = nil, note: String = "") {
      self.visit = visit
      self.outcome = outcome
      self.attended = attended
      self.note = note
    }
  }

  public struct Input: Sendable {
    public let words: [Word]

    public init(words: [Word]) { self.words = words }
  }

  public static let name = "visit.done"
  public static let roles = Set<Role>.team
  public static let isSmall = true

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Int {
    let expected = try records.children(of: Set(input.words.map(\.visit)))
    var held: [SchoolWeek: HeldWeek] = [:]
    for word in input.words {
      guard let visit = try records.visit(word.visit) else {
        throw Fault(.notFound, "there is no such visit", at: "visit \(word.visit)", maybe: "see 'elsec rota show'")
      }
      let week = try held[visit.week] ?? HeldWeek(visit.week, records)
      held[visit.week] = week
      if word.outcome == .done, !week.visits.contains(visit.id) {
        throw Fault(
          .notValid, "the visit is not on a published rota", at: "visit \(visit.id)",
          maybe: "publish the rota of \(visit.week) first")
      }
      let group = expected[visit.id] ?? []
      let attended = word.outcome == .done ? word.attended ?? group : []
      if let stranger = attended.first(where: { !group.contains($0) }) {
        throw Fault(.notValid, "child \(stranger) is not in this group", at: "visit \(visit.id)")
      }
      try records.add(
        VisitDoneRecord(
          id: VisitDoneID(practice.newID()), rota: week.rota, visit: visit.id, outcome: word.outcome,
          minutes: word.outcome == .done ? visit.minutes : 0, note: word.note, by: records.principal.name,
          at: records.now),
        attended: attended)
    }
    return input.words.count
  }

  /// What people hold for a week.
  private struct HeldWeek {
    let rota: RotaID?
    let visits: Set<VisitID>

    init(_ week: SchoolWeek, _ records: Records) throws {
      self.rota = try records.publishedRota(for: week)?.id
      self.visits = Set(try self.rota.map { try records.assignments(of: $0).map(\.visit) } ?? [])
    }
  }
}
