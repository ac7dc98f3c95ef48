// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import Testing
import Vocabulary

/// A tier is decided by a named person, one child at a time.
@Suite struct ConfirmTiersTests {
  /// One child with a targeted proposal.
  private func proposed() async throws -> (service: Service, screening: ScreeningID) {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    return (service, try await service.screening(of: "c1").id)
  }

  private func input(_ screening: ScreeningID, _ tier: String, _ reason: String? = nil) -> ConfirmTiers.Input {
    ConfirmTiers.Input(decisions: [.init(screening: screening, tier: tier, reason: reason)])
  }

  @Test func anAgreementIsKeptWithNameAndRole() async throws {
    let (service, id) = try await self.proposed()
    let output = try await service.run(ConfirmTiers.self, self.input(id, "targeted"), as: .therapist)
    #expect(output.confirmed == 1 && output.overridden == 0 && output.unchanged == 0)
    let kept = try await service.show(id).confirmations
    #expect(kept.map(\.tier) == ["targeted"])
    #expect(kept.map(\.by) == ["a therapist"] && kept.map(\.role) == [.therapist])
    #expect(kept.map(\.isOverride) == [false])
  }

  @Test(arguments: [nil, "", "  "]) func anOverrideWithoutAReasonIsRefused(_ reason: String?) async throws {
    let (service, id) = try await self.proposed()
    let refused = try await service.refusal(
      ConfirmTiers.self,
      self.input(id, "specialist", reason),
      as: .therapist
    )
    #expect(refused == .storeConflict)
    #expect(try await service.show(id).confirmations.isEmpty)
  }

  @Test func anOverrideWithAReasonIsCounted() async throws {
    let (service, id) = try await self.proposed()
    let output = try await service.run(
      ConfirmTiers.self,
      self.input(id, "specialist", "seen in class"),
      as: .therapist
    )
    #expect(output.confirmed == 1 && output.overridden == 1)
    #expect(try await service.show(id).confirmations.first?.reason == "seen in class")
  }

  @Test func aTierThePathwayDoesNotKnowIsRefusedAndNoDecisionOfTheListIsKept() async throws {
    let (service, id) = try await self.proposed()
    let list = ConfirmTiers.Input(decisions: [
      .init(screening: id, tier: "targeted"), .init(screening: id, tier: "intensive", reason: "r"),
    ])
    #expect(try await service.refusal(ConfirmTiers.self, list, as: .therapist) == .screeningUnknownTier)
    #expect(try await service.show(id).confirmations.isEmpty)
  }

  @Test func aScreeningThatIsNotThereIsRefused() async throws {
    let (service, _) = try await self.proposed()
    let input = self.input(ScreeningID("none"), "targeted")
    #expect(try await service.refusal(ConfirmTiers.self, input, as: .therapist) == .notFound)
  }

  @Test func theSameDecisionAgainIsUnchangedAndAnotherPersonsIsNot() async throws {
    let (service, id) = try await self.proposed()
    let agree = self.input(id, "targeted")
    try await service.run(ConfirmTiers.self, agree, as: .therapist, named: "one")
    let again = try await service.run(ConfirmTiers.self, agree, as: .therapist, named: "one")
    #expect(again.confirmed == 0 && again.unchanged == 1)
    let other = try await service.run(ConfirmTiers.self, agree, as: .therapist, named: "two")
    #expect(other.confirmed == 1)
    #expect(try await service.show(id).confirmations.map(\.by) == ["two", "one"])
  }

  @Test func theLatestDecisionCounts() async throws {
    let (service, id) = try await self.proposed()
    try await service.run(ConfirmTiers.self, self.input(id, "targeted"), as: .therapist)
    try await service.run(ConfirmTiers.self, self.input(id, "universal", "grew into it"), as: .therapist)
    #expect(try await service.lines().map(\.confirmed?.tier) == ["universal"])
  }

  @Test func onlyOpenProposalsAreListedAsUnconfirmed() async throws {
    let (service, id) = try await self.proposed()
    try await service.record([ScreeningDraft("c2", Sheet.green), ScreeningDraft("c3", notScreened: .absent)])
    try await service.run(ConfirmTiers.self, self.input(id, "targeted"), as: .therapist)
    let open = try await service.run(ListScreenings.self, .init(onlyUnconfirmed: true))
    #expect(open.map(\.screening.child) == [ChildID("c2")])
  }
}
