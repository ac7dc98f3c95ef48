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

  public static let name = "screening.import"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let screener = try practice.prepared(input.screener)
    let assessment = Assessment(screener: screener, phase: input.phase, person: person)
    do {
      return try await practice.change(apply: input.apply, as: person) { records in
        var keeper = ScreeningKeeper(assessment, CohortBook(try records.schoolCalendar()), practice)
        var known = try KnownScreenings(of: input.drafts, ids: [], in: records)
        var tally = Tally()
        for draft in input.drafts {
          do {
            tally.count(try keeper.keep(draft, knowing: &known, in: records))
          } catch let fault as Fault where fault.code.kind == .badInput || fault.code.kind == .notSo {
            tally.refuse(fault, draft)
          }
        }
        let output = tally.output(applied: input.apply)
        if !output.problems.isEmpty { throw Refused(output: output) }
        return output
      }
    } catch let refused as Refused {
      return refused.output
    }
  }

  private struct Refused: Error { let output: Output }

  private struct Tally {
    var changes: [(record: String, change: Change)] = []
    var tiers: [String: Int] = [:]
    var withoutTier = 0
    var notNormed = 0
    var problems: [Fault] = []

    mutating func count(_ kept: (record: ScreeningRecord, change: Change)) {
      self.changes.append((record: kept.record.id.rawValue, change: kept.change))
      guard kept.change == .added else { return }
      if let tier = kept.record.proposedTier { self.tiers[tier, default: 0] += 1 } else { self.withoutTier += 1 }
      if kept.record.band == BandID.notNormed.rawValue { self.notNormed += 1 }
    }

    mutating func refuse(_ fault: Fault, _ draft: ScreeningDraft) {
      var placed = fault
      placed.place = fault.place.map { "\(draft.place):\($0)" } ?? draft.place
      self.problems.append(placed)
    }

    func output(applied: Bool) -> Output {
      Output(
        report: ImportReport(applied: applied && self.problems.isEmpty, self.changes),
        tiers: self.tiers.sorted { $0.key < $1.key }.map { (tier: $0.key, count: $0.value) },
        withoutTier: self.withoutTier, notNormed: self.notNormed, problems: self.problems)
    }
  }
}
