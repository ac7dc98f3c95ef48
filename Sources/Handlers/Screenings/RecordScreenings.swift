// SPDX-License-Identifier: Apache-2.0

import Screening
public import Storage
public import Vocabulary

/// Scores and keeps many children's answers in one transaction: all of them or none.
///
/// The same answers again change nothing, also when they were amended since. Other answers for the same child,
/// screener, date and phase are refused: what is kept is amended, never overwritten.
public enum RecordScreenings: Operation {
  public struct Input: Sendable {
    /// `id` or `id@version`.
    public let screener: String
    public let phase: ScreeningPhase
    public let drafts: [ScreeningDraft]
    public let apply: Bool

    public init(screener: String, phase: ScreeningPhase, drafts: [ScreeningDraft], apply: Bool) {
      self.screener = screener
      self.phase = phase
      self.drafts = drafts
      self.apply = apply
    }
  }

  public struct Output: Sendable {
    public let report: ImportReport
    /// How many proposals of each tier, by tier; only of what was added.
    public let tiers: [(tier: String, count: Int)]
    /// Children without a proposal: not screened, or not scored.
    public let withoutTier: Int
    /// Children of ``tiers`` whom the norms do not cover: seen and scored raw, the tier is a therapist's to review.
    public let notNormed: Int
    /// One fault a draft that can't be kept. When there is one, nothing was kept.
    public let problems: [Fault]
  }

  public static let name = "screening.recordMany"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let screener = try PreparedScreener(try practice.screener(input.screener))
    let assessment = Assessment(screener: screener, phase: input.phase, person: person)
    do {
      return try await practice.change(apply: input.apply, as: person) { records in
        var keeper = Keeper(assessment, CohortBook(try records.schoolCalendar()), practice)
        for draft in input.drafts { try keeper.keep(draft, in: records) }
        let output = keeper.output(applied: input.apply)
        if !output.problems.isEmpty { throw Refused(output: output) }
        return output
      }
    } catch let refused as Refused {
      return refused.output
    }
  }

  private struct Refused: Error { let output: Output }

  private struct Keeper {
    let assessment: Assessment
    var cohorts: CohortBook
    let practice: Practice
    var changes: [(record: String, change: Change)] = []
    var tiers: [String: Int] = [:]
    var withoutTier = 0
    var notNormed = 0
    var problems: [Fault] = []

    init(_ assessment: Assessment, _ cohorts: CohortBook, _ practice: Practice) {
      self.assessment = assessment
      self.cohorts = cohorts
      self.practice = practice
    }

    /// Faults of the draft are collected, faults of the store are thrown.
    mutating func keep(_ draft: ScreeningDraft, in records: Records) throws {
      do {
        let child = try records.child(of: draft)
        try Self.check(draft, against: child)
        let cohort = try self.cohorts.cohort(of: child, on: draft.testDate, in: records)
        let record = try self.assessment.record(
          draft.content, id: ScreeningID(self.practice.newID()), for: child, on: draft.testDate,
          concerns: draft.concerns, cohort: cohort, at: records.now, by: draft.examiner, edition: draft.edition)
        let kept = try records.kept(like: record)
        if let same = kept.all.first(where: { $0.says(record) }) {
          self.changes.append((record: same.id.rawValue, change: .unchanged))
          return
        }
        if let current = kept.current { throw Fault.alreadyKept(current) }
        if record.notScreenedReason == nil {
          try records.keepDefinition(self.assessment.screener.definition, self.practice)
        }
        try records.add(record)
        self.changes.append((record: record.id.rawValue, change: .added))
        if let tier = record.proposedTier { self.tiers[tier, default: 0] += 1 } else { self.withoutTier += 1 }
        if record.band == BandID.notNormed.rawValue { self.notNormed += 1 }
      } catch let fault as Fault where fault.code.kind == .badInput || fault.code.kind == .notSo {
        self.refuse(fault, draft)
      }
    }

    func output(applied: Bool) -> Output {
      Output(
        report: ImportReport(applied: applied && self.problems.isEmpty, self.changes),
        tiers: self.tiers.sorted { $0.key < $1.key }.map { (tier: $0.key, count: $0.value) },
        withoutTier: self.withoutTier, notNormed: self.notNormed, problems: self.problems)
    }

    private mutating func refuse(_ fault: Fault, _ draft: ScreeningDraft) {
      var placed = fault
      placed.place = fault.place.map { "\(draft.place):\($0)" } ?? draft.place
      self.problems.append(placed)
    }

    private static func check(_ draft: ScreeningDraft, against child: ChildRecord) throws {
      if let birthDate = draft.birthDate, birthDate != child.birthDate {
        throw Fault(
          .screeningWrongChild, "the birth date in the file is not that of child \(child.id)", at: "birth_date",
          maybe: "check that no row has slipped, then correct the file or the child's record")
      }
      if case .answers = draft.content { try child.checkMayBeScreened() }
    }
  }
}

extension ScreeningRecord {
  /// Whether both hold the same answers, or the same reason for having none.
  fileprivate func says(_ other: ScreeningRecord) -> Bool {
    self.answers == other.answers && self.notScreenedReason == other.notScreenedReason
  }
}

extension ChildRecord {
  /// - Throws: `screening.opted-out`.
  func checkMayBeScreened() throws {
    guard let date = self.optedOut else { return }
    throw Fault(
      .screeningOptedOut, "child \(self.id) was opted out on \(date)", at: "child_ref",
      maybe: "record 'opted-out' as the reason for not screening")
  }
}

extension Fault.Code {
  public static let screeningWrongChild = Fault.Code("screening.wrong-child", .badInput)
  public static let screeningOptedOut = Fault.Code("screening.opted-out", .badInput)
}
