// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Testing
import Vocabulary

/// What was wrong is put right by a new screening; the old one stays.
@Suite struct AmendScreeningTests {
  private func kept() async throws -> (service: Service, screening: ScreeningRecord) {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    return (service, try await service.screening(of: "c1"))
  }

  private func correction(_ id: ScreeningID, reason: String = "misread the sheet") -> AmendScreening.Input {
    AmendScreening.Input(
      screening: id,
      answers: [ItemCode("E3"): ResponseCode("ALW"), ItemCode("U5"): ResponseCode("C")],
      reason: reason
    )
  }

  @Test func theCorrectionSupersedesAndBothStayOnRecord() async throws {
    let (service, old) = try await self.kept()
    let new = try await service.run(AmendScreening.self, self.correction(old.id), as: .practitioner)
    #expect(new.supersedes == old.id && new.amendmentReason == "misread the sheet")
    #expect(new.scores != old.scores && new.cohort == old.cohort)
    #expect(try await service.screening(of: "c1").id == new.id)
    let shown = try await service.show(old.id)
    #expect(shown.supersededBy == new.id && shown.screening == old)
    #expect(shown.isReproduced == true)
    #expect(try await service.show(new.id).isReproduced == true)
    let child = try await service.run(ShowChild.self, .init(child: old.child))
    #expect(child.screenings.map(\.screening.id) == [old.id, new.id])
  }

  @Test func anAnswerCanBeTakenAway() async throws {
    let (service, old) = try await self.kept()
    let away: [ItemCode: ResponseCode?] = [ItemCode("E1"): nil]
    let new = try await service.run(
      AmendScreening.self,
      .init(screening: old.id, answers: away, reason: "not asked")
    )
    #expect(!new.answers.contains("E1=") && new.answers.contains("E2=SOM"))
    #expect(new.proposedTier == nil, "two expression items are missing, one may be")
  }

  @Test(arguments: ["", "  "]) func aCorrectionNeedsAReason(_ reason: String) async throws {
    let (service, old) = try await self.kept()
    let input = self.correction(old.id, reason: reason)
    #expect(try await service.refusal(AmendScreening.self, input) == .storeConflict)
    #expect(try await service.screening(of: "c1") == old)
  }

  @Test func aCorrectionThatChangesNothingIsRefused() async throws {
    let (service, old) = try await self.kept()
    let same: [ItemCode: ResponseCode?] = [ItemCode("E1"): ResponseCode("ALW")]
    let input = AmendScreening.Input(
      screening: old.id,
      answers: same,
      testDate: Wrenmoor.testDate,
      reason: "r"
    )
    #expect(try await service.refusal(AmendScreening.self, input) == .notValid)
  }

  @Test func whatWasSupersededIsNotAmendedAgain() async throws {
    let (service, old) = try await self.kept()
    try await service.run(AmendScreening.self, self.correction(old.id))
    let second = try await service.refusal(AmendScreening.self, self.correction(old.id))
    #expect(second == .storeChangedMeanwhile)
    #expect(try await service.lines().count == 1)
  }

  @Test func aConfirmedTierDoesNotCarryOver() async throws {
    let (service, old) = try await self.kept()
    try await service.confirmProposals(of: ["c1"])
    let new = try await service.run(AmendScreening.self, self.correction(old.id))
    let open = try await service.run(ListScreenings.self, .init(onlyUnconfirmed: true))
    #expect(open.map(\.screening.id) == [new.id])
    #expect(try await service.show(old.id).confirmations.count == 1)
  }

  @Test func whatWasSupersededIsNotConfirmed() async throws {
    let (service, old) = try await self.kept()
    try await service.run(AmendScreening.self, self.correction(old.id))
    let input = ConfirmTiers.Input(decisions: [.init(screening: old.id, tier: "targeted")])
    #expect(try await service.refusal(ConfirmTiers.self, input, as: .therapist) == .storeChangedMeanwhile)
  }

  @Test func whatWasSupersededIsNotConfirmedEvenTheWayItWasBefore() async throws {
    let (service, old) = try await self.kept()
    try await service.confirmProposals(of: ["c1"])
    try await service.run(AmendScreening.self, self.correction(old.id))
    let input = ConfirmTiers.Input(decisions: [.init(screening: old.id, tier: "targeted")])
    #expect(try await service.refusal(ConfirmTiers.self, input, as: .therapist) == .storeChangedMeanwhile)
  }

  @Test func anotherTestDateMovesTheScreeningIntoTheCohortOfItsTerm() async throws {
    let (service, old) = try await self.kept()
    let moved = try await service.run(
      AmendScreening.self,
      .init(screening: old.id, answers: [:], testDate: day(2027, 1, 18), reason: "wrong month")
    )
    #expect(moved.testDate == day(2027, 1, 18) && moved.ageMonths == 52)
    #expect(moved.cohort == CohortID("990001.2026.spring.N2"))
  }

  @Test func anotherDayOfTheSameTermKeepsTheCohort() async throws {
    let (service, old) = try await self.kept()
    let moved = try await service.run(
      AmendScreening.self,
      .init(screening: old.id, answers: [:], testDate: day(2026, 11, 17), reason: "wrong day")
    )
    #expect(moved.cohort == old.cohort)
  }

  @Test func aScreeningIsNotMovedOntoADayThatHasOne() async throws {
    let (service, old) = try await self.kept()
    try await service.record([ScreeningDraft("c1", Sheet.green, on: day(2026, 11, 17))])
    let input = AmendScreening.Input(
      screening: old.id,
      answers: [:],
      testDate: day(2026, 11, 17),
      reason: "wrong day"
    )
    #expect(try await service.refusal(AmendScreening.self, input) == .screeningAlreadyKept)
  }

  @Test func whatDoesNotExistIsNotFound() async throws {
    let (service, _) = try await self.kept()
    let none = ScreeningID("none")
    #expect(try await service.refusal(AmendScreening.self, self.correction(none)) == .notFound)
    #expect(try await service.refusal(ShowScreening.self, .init(screening: none)) == .notFound)
    #expect(try await service.refusal(ShowChild.self, .init(child: ChildID("none"))) == .notFound)
  }

  @Test func everyStepFromAnswersToTierIsShown() async throws {
    let (service, old) = try await self.kept()
    let result = try #require(try await service.show(old.id).result)
    #expect(!result.steps.isEmpty)
    #expect(result.tier?.tier.rawValue == old.proposedTier)
  }
}
