// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Testing
import Vocabulary

/// Answers that come in many at a time: scored, checked against the child, kept once.
@Suite struct RecordScreeningsTests {
  @Test func theWorkedCaseScoresAsTheScreenerSays() async throws {
    let service = try await Service.ofWrenmoor()
    let output = try await service.record([ScreeningDraft("c1", Sheet.amber, born: Wrenmoor.birthDate)])
    #expect(output.report.added == 1)
    #expect(output.tiers.map(\.tier) == ["targeted"] && output.tiers.map(\.count) == [1])
    let kept = try await service.screening(of: "c1")
    let scores = kept.scores.split(separator: "\n").map(String.init)
    #expect(scores.contains("raw.all=11"))
    #expect(scores.contains { $0 == "ss.all=87" || $0 == "ss.all=87.0" })
    #expect(kept.band == "amber" && kept.proposedTier == "targeted")
    #expect(kept.ageMonths == 50)
    #expect(kept.flags == ["prorated:raw.e"])
    #expect(kept.by == "a practitioner")
  }

  @Test func aDryRunSaysTheTiersAndKeepsNothing() async throws {
    let service = try await Service.ofWrenmoor()
    let output = try await service.record([ScreeningDraft("c1", Sheet.amber)], apply: false)
    #expect(output.report.added == 1 && !output.report.applied)
    #expect(output.tiers.map(\.tier) == ["targeted"])
    #expect(try await service.lines().isEmpty)
  }

  @Test func aTherapistsConcernMakesRedSpecialist() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([
      ScreeningDraft("c1", Sheet.red, concerns: [.slt]), ScreeningDraft("c2", Sheet.red),
    ])
    #expect(try await service.screening(of: "c1").proposedTier == "specialist")
    #expect(try await service.screening(of: "c1").flags.contains("concern:slt"))
    #expect(try await service.screening(of: "c2").proposedTier == "targeted")
  }

  @Test func theSameAnswersAgainAreUnchanged() async throws {
    let service = try await Service.ofWrenmoor()
    let drafts = [ScreeningDraft("c1", Sheet.amber), ScreeningDraft("c2", Sheet.green)]
    try await service.record(drafts)
    let again = try await service.record(drafts)
    #expect(again.report.unchanged == 2 && again.report.added == 0)
    #expect(again.tiers.isEmpty && again.problems.isEmpty)
    #expect(try await service.lines().count == 2)
  }

  @Test func theSameChildTwiceInOneFileIsKeptOnce() async throws {
    let service = try await Service.ofWrenmoor()
    let twice = try await service.record([
      ScreeningDraft("c1", Sheet.amber), ScreeningDraft("c1", Sheet.amber),
    ])
    #expect(twice.report.added == 1 && twice.report.unchanged == 1)
  }

  @Test func otherAnswersForTheSameDayAreRefusedAndTheFirstStay() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let other = try await service.record([ScreeningDraft("c1", Sheet.green)])
    #expect(other.problems.map(\.code) == [.screeningAlreadyKept])
    #expect(!other.report.applied)
    #expect(try await service.screening(of: "c1").band == "amber")
  }

  @Test func aFileThatWasAmendedSinceIsStillUnchanged() async throws {
    let service = try await Service.ofWrenmoor()
    let draft = ScreeningDraft("c1", Sheet.amber)
    try await service.record([draft])
    let old = try await service.screening(of: "c1")
    let moved = AmendScreening.Input(
      screening: old.id,
      answers: [:],
      testDate: day(2026, 11, 17),
      reason: "wrong day"
    )
    try await service.run(AmendScreening.self, moved)
    #expect(try await service.record([draft]).report.unchanged == 1)
    #expect(try await service.screening(of: "c1").testDate == day(2026, 11, 17))
  }

  @Test func aFollowUpOfTheSameDayIsAnotherScreening() async throws {
    let service = try await Service.ofWrenmoor()
    let draft = ScreeningDraft("c1", Sheet.amber)
    try await service.record([draft])
    let followup = try await service.run(
      RecordScreenings.self,
      .init(screener: Wrenmoor.screener, phase: .followup, drafts: [draft], apply: true)
    )
    #expect(followup.report.added == 1)
  }

  struct BadRow: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let draft: ScreeningDraft
    let code: String
  }

  static let badRows = [
    BadRow(
      testDescription: "another child's birth date",
      draft: ScreeningDraft("c2", Sheet.amber, born: day(2022, 9, 16)),
      code: "screening.wrong-child"
    ),
    BadRow(
      testDescription: "a child who was opted out",
      draft: ScreeningDraft("out", Sheet.amber),
      code: "screening.opted-out"
    ),
    BadRow(
      testDescription: "nobody of that id",
      draft: ScreeningDraft("nobody", Sheet.amber),
      code: "record.not-found"
    ),
    BadRow(
      testDescription: "a response the item does not take",
      draft: ScreeningDraft("c2", Sheet.answers("U3=ALW")),
      code: "screening.unknown-response"
    ),
    BadRow(
      testDescription: "a day before the child was born",
      draft: ScreeningDraft("c2", Sheet.amber, on: day(2022, 9, 14)),
      code: "screening.test-before-birth"
    ),
  ]

  @Test(arguments: Self.badRows) func oneBadRowKeepsNone(_ row: BadRow) async throws {
    let out = Wrenmoor.child("out", optedOut: day(2026, 9, 1))
    let service = try await Service.ofWrenmoor(Wrenmoor.children + [out])
    let output = try await service.record([
      ScreeningDraft("c1", Sheet.amber), row.draft, ScreeningDraft("c3", Sheet.green),
    ])
    #expect(output.problems.map(\.code.name) == [row.code])
    #expect(output.problems.first?.place?.hasPrefix(row.draft.place) == true)
    #expect(!output.report.applied)
    #expect(try await service.lines().isEmpty)
  }

  @Test func aChildOutsideTheScreenersAgesGetsNoTier() async throws {
    let service = try await Service.ofWrenmoor([Wrenmoor.child("young", born: day(2024, 9, 15))])
    let output = try await service.record([ScreeningDraft("young", Sheet.amber)])
    #expect(output.withoutTier == 1 && output.tiers.isEmpty)
    let kept = try await service.screening(of: "young")
    #expect(kept.proposedTier == nil && kept.band == nil)
    #expect(kept.flags.contains { $0.hasPrefix("age-outside") })
  }

  @Test func everyBadRowIsNamedInOnePass() async throws {
    let service = try await Service.ofWrenmoor()
    let output = try await service.record(["x", "y"].map { ScreeningDraft($0, Sheet.amber) })
    #expect(output.problems.map(\.place) == ["answers.csv:x:child_ref", "answers.csv:y:child_ref"])
  }

  @Test(arguments: NotScreenedReason.allCases)
  func aReasonForNotScreeningIsKeptWithoutScores(_ reason: NotScreenedReason) async throws {
    let out = Wrenmoor.child("out", optedOut: day(2026, 9, 1))
    let service = try await Service.ofWrenmoor(Wrenmoor.children + [out])
    let output = try await service.record([ScreeningDraft("out", notScreened: reason)])
    #expect(output.withoutTier == 1)
    let kept = try await service.screening(of: "out")
    #expect(kept.notScreenedReason == reason)
    #expect(kept.scores.isEmpty && kept.answers.isEmpty && kept.proposedTier == nil)
    #expect(try await service.show(kept.id).isReproduced == nil)
  }

  @Test(arguments: [
    Wrenmoor.child("eal", languages: ["POL"], learnsEnglishAsAdditional: true),
    Wrenmoor.child("eal", languages: ["ENG", "POL"], learnsEnglishAsAdditional: true),
    Wrenmoor.child("eal", languages: [], learnsEnglishAsAdditional: true),
  ])
  func monolingualNormsAreNeverAppliedToAChildWithAnotherLanguage(_ child: ChildRecord) async throws {
    let service = try await Service.ofWrenmoor([child])
    try await service.record([ScreeningDraft("eal", Sheet.green)])
    let kept = try await service.screening(of: "eal")
    #expect(kept.band == "not-normed" && kept.proposedTier == "review")
    #expect(kept.scores.contains("raw.all=14"))
    #expect(kept.scores.split(separator: "\n").contains("ss.all="))
  }

  @Test func theFirstScreeningOpensACohortOfEveryChildOfTheYear() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let id = try #require(try await service.screening(of: "c1").cohort)
    #expect(id == CohortID("990001.2026.autumn.N2"))
    let (cohort, members) = try await service.practice.store.write(as: service.person(.manager)) {
      (try $0.cohort(id), try $0.members(of: id))
    }
    #expect(cohort?.expected == 7)
    #expect(members == (1...7).map { ChildID("c\($0)") })
  }

  @Test func childrenWhoJoinLaterArePutIntoTheOpenCohort() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let joiners = drafts(["j1", "j2"].map { Wrenmoor.child($0) })
    try await service.run(ImportChildren.self, .init(children: joiners, apply: true))
    try await service.record(["j1", "j2"].map { ScreeningDraft($0, Sheet.green) })
    let id = try #require(try await service.screening(of: "j1").cohort)
    let members = try await service.practice.store.write(as: service.person(.manager)) {
      try $0.members(of: id)
    }
    #expect(members.count == 9 && Set(members).isSuperset(of: [ChildID("j1"), ChildID("j2")]))
  }

  @Test func anUnknownScreenerIsRefused() async throws {
    let service = try await Service.ofWrenmoor()
    let input = RecordScreenings.Input(screener: "no.such", phase: .baseline, drafts: [], apply: true)
    let code = try await service.refusal(RecordScreenings.self, input)
    #expect(code != nil)
  }
}
