// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Vocabulary

/// Answers to the demo screener of a child of 50 months, named for what they come to.
enum Sheet {
  /// Raw 5 + 6 = 11, standard score 87: amber, targeted. The worked case that the screener ships.
  static let amber = Sheet.answers(
    "U3=C U4=C U5=I U6=C U7=I U8=I E1=ALW E2=SOM E3=NOB E4=SOM E5=NEV E6=SOM")
  /// Raw 14, standard score 102: green, universal.
  static let green = Sheet.answers(
    "U2=C U3=C U4=I U5=C U6=C U7=I U8=I E1=ALW E2=ALW E3=ALW E4=SOM E5=SOM E6=SOM")
  /// Raw 2: red; specialist when a therapist has a concern.
  static let red = Sheet.answers("U1=C U2=C U3=I U4=I U5=I E1=NEV E2=NEV E3=NEV E4=NEV E5=NEV E6=NEV")

  static func answers(_ text: String) -> ScreeningAnswers {
    ScreeningText.answers(in: text.split(separator: " ").joined(separator: "\n"))
  }
}

extension ScreeningDraft {
  init(
    _ child: String,
    _ answers: ScreeningAnswers,
    on day: CivilDate = Wrenmoor.testDate,
    born: CivilDate? = nil,
    concerns: Set<Concern> = []
  ) {
    self.init(
      child: ChildID(child),
      testDate: day,
      content: .answers(answers),
      birthDate: born,
      concerns: concerns,
      place: "answers.csv:\(child)"
    )
  }

  init(_ child: String, notScreened reason: NotScreenedReason) {
    self.init(
      child: ChildID(child),
      testDate: Wrenmoor.testDate,
      content: .notScreened(reason),
      place: "answers.csv:\(child)"
    )
  }
}

extension Service {
  @discardableResult
  func record(_ drafts: [ScreeningDraft], apply: Bool = true) async throws -> RecordScreenings.Output {
    try await self.run(
      RecordScreenings.self,
      RecordScreenings.Input(screener: Wrenmoor.screener, phase: .baseline, drafts: drafts, apply: apply),
      as: .practitioner
    )
  }

  func lines() async throws -> [ListScreenings.Line] {
    try await self.run(ListScreenings.self, ListScreenings.Input())
  }

  /// The one current screening of a child.
  func screening(of child: String) async throws -> ScreeningRecord {
    let lines = try await self.lines().filter { $0.screening.child == ChildID(child) }
    guard lines.count == 1 else { throw NotOne(child: child, count: lines.count) }
    return lines[0].screening
  }

  struct NotOne: Error {
    let child: String
    let count: Int
  }

  func show(_ id: ScreeningID) async throws -> ShowScreening.Output {
    try await self.run(ShowScreening.self, ShowScreening.Input(screening: id))
  }

  /// Confirms what was proposed for each child.
  func confirmProposals(of children: [String]) async throws {
    let lines = try await self.lines().filter { children.contains($0.screening.child.rawValue) }
    try await self.run(
      ConfirmTiers.self,
      ConfirmTiers.Input(
        decisions: lines.compactMap { line in
          line.screening.proposedTier.map { .init(screening: line.screening.id, tier: $0) }
        }
      ),
      as: .therapist
    )
  }
}
