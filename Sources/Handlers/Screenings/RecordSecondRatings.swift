// SPDX-License-Identifier: Apache-2.0

import Screening
public import Storage
public import Vocabulary

/// Keeps what a second person scored of children who were screened the same day: all of it or nothing. It is scored
/// by the definition that scored the screening, and stands beside it: no tier, cohort or table is ever moved by it.
///
/// The same answers by the same person again change nothing; other answers are refused.
public enum RecordSecondRatings: Operation {
  /// Of the screener only the id matters: each screening is scored again by the version that scored it. Each draft has
  /// answers; the rater is the draft's examiner, or else the person who asks.
  public typealias Input = RecordScreenings.Input

  public struct Output: Sendable {
    public let report: ImportReport
    /// One fault a draft that can't be kept. When there is one, nothing was kept.
    public let problems: [Fault]
  }

  public static let name = "screening.rateAgain"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let screener = try practice.screener(input.screener).id.rawValue
    do {
      return try await practice.change(apply: input.apply, as: person) { records in
        var (changes, problems): ([(record: String, change: Change)], [Fault]) = ([], [])
        var shelf = DefinitionShelf(practice)
        for draft in input.drafts {
          do {
            changes.append(
              try records.keep(draft, of: screener, input.phase, &shelf, newID: practice.newID()))
          } catch let fault as Fault where fault.code.kind == .badInput || fault.code.kind == .notSo {
            var placed = fault
            placed.place = fault.place.map { "\(draft.place):\($0)" } ?? draft.place
            problems.append(placed)
          }
        }
        let output = Output(
          report: ImportReport(applied: input.apply && problems.isEmpty, changes), problems: problems)
        if !problems.isEmpty { throw Refused(output: output) }
        return output
      }
    } catch let refused as Refused {
      return refused.output
    }
  }

  private struct Refused: Error { let output: Output }
}

extension Records {
  fileprivate func keep(
    _ draft: ScreeningDraft, of screener: String, _ phase: ScreeningPhase, _ shelf: inout DefinitionShelf,
    newID: String
  ) throws -> (record: String, change: Change) {
    guard case .answers(let answers) = draft.content, !answers.isEmpty else {
      throw Fault(
        .notValid, "a second rating has answers", at: "not_screened",
        maybe: "leave the row out; the screening says why the child was not seen")
    }
    let child = try self.child(of: draft)
    try child.checkMayBeScreened()
    if let birthDate = draft.birthDate, birthDate != child.birthDate {
      throw Fault(
        .screeningWrongChild, "the birth date in the file is not that of child \(child.id)", at: "birth_date",
        maybe: "check that no row has slipped, then correct the file or the child's record")
    }
    let first = try self.screenings(of: child.id, screener: screener, phase: phase)
      .first { $0.testDate == draft.testDate && $0.notScreenedReason == nil }
    guard let first else {
      throw Fault(
        .notFound, "the child was not screened with \(screener) on that day", at: "test_date",
        maybe: "keep the first person's answers first; a second rating is of the same day")
    }
    let (prepared, _) = try shelf.screener(for: first, in: self)
    let context = child.context(on: draft.testDate, concerns: first.concerns)
    let result = try prepared.score(answers, in: context)
    let rating = SecondRatingRecord(
      id: RatingID(newID), screening: first.id, by: draft.examiner ?? self.principal.name,
      answers: ScreeningText.text(of: answers), scores: ScreeningText.text(of: result.scores),
      band: result.band?.rawValue, recordedAt: self.now)
    let same = try self.secondRatings(of: first.id).first { $0.by == rating.by && $0.answers == rating.answers }
    if let same { return (record: same.id.rawValue, change: .unchanged) }
    try self.add(rating)
    return (record: rating.id.rawValue, change: .added)
  }
}
