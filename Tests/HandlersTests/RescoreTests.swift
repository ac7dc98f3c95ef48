// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Testing
import Vocabulary

/// The same answers under another version make new results; the old ones stay.
@Suite struct RescoreTests {
  /// Version 1.3.0 calls a standard score of 87 red; version 1.4.0 has no code NOB.
  private static let stricter = [("below: 82}", "below: 88}"), ("from: 82, below: 90}", "from: 88, below: 90}")]
  private static let otherCodes = [("NOB: missing", "UNK: missing")]

  private func run(
    _ which: RescoreScreenings.Input.Which, to version: String, edits: [(String, String)] = stricter,
    apply: Bool = true, reason: String = "new cut score", _ service: Service
  ) async throws -> RescoreScreenings.Output {
    try await RescoreScreenings.run(
      .init(which, to: version, reason: reason, apply: apply),
      in: try service.practice.addingVersion(version, edits), as: service.person(.therapist))
  }

  private static let all = RescoreScreenings.Input.Which.version(screener: Wrenmoor.screener, version: "1.2.0")

  private func kept() async throws -> Service {
    let service = try await Service.ofWrenmoor()
    try await service.record(
      [
        ScreeningDraft("c1", Sheet.amber, concerns: [.slt]), ScreeningDraft("c2", Sheet.amber),
        ScreeningDraft("c3", Sheet.green), ScreeningDraft("c4", notScreened: .absent),
      ])
    try await service.confirmProposals(of: ["c1", "c3"])
    return service
  }

  @Test func aDryRunSaysWhatWouldMoveAndChangesNothing() async throws {
    let service = try await self.kept()
    let before = try await service.lines().map(\.screening)
    let shown = try await self.run(Self.all, to: "1.3.0", apply: false, service)
    #expect(!shown.applied && shown.rescored.count == 3)
    #expect(
      shown.moves.map { "\($0.from) > \($0.to): \($0.count)" } == [
        "targeted > specialist: 1", "targeted > targeted: 1", "universal > universal: 1",
      ])
    #expect(shown.decisionsEnded == 2 && shown.notScreened == 1 && shown.optedOut == 0)
    #expect(try await service.lines().map(\.screening) == before)
  }

  @Test func newResultsSupersedeAndAreDecidedOnAnew() async throws {
    let service = try await self.kept()
    let old = try await service.screening(of: "c1")
    let done = try await self.run(Self.all, to: "1.3.0", service)
    #expect(done.applied)
    let new = try await service.screening(of: "c1")
    #expect(new.supersedes == old.id && new.amendmentReason == "new cut score" && new.version == "1.3.0")
    #expect(new.answers == old.answers && new.by == old.by && new.cohort == old.cohort && new.testDate == old.testDate)
    #expect(new.band == "red" && new.proposedTier == "specialist")
    let open = try await service.run(ListScreenings.self, .init(onlyUnconfirmed: true))
    #expect(open.count == 3, "no confirmed tier carries over")
    #expect(try await service.show(old.id).confirmations.count == 1)
    // The content folder of the service has no 1.3.0: both versions come from where they are.
    let again = try await service.run(ReplayScreenings.self, .init(.all(at: nil)), as: .auditor)
    #expect(again.lines.map(\.replay.isEqual).filter { $0 == true }.count == 6)
    #expect(Set(again.lines.compactMap(\.replay.definitionFrom)) == ["content", "archive"])
  }

  @Test func oneScreeningCanBeScoredAnew() async throws {
    let service = try await self.kept()
    let old = try await service.screening(of: "c2")
    let done = try await self.run(.one(old.id), to: "1.3.0", service)
    #expect(done.rescored.map(\.old) == [old.id])
    await #expect(throws: Fault.self) { try await self.run(.one(old.id), to: "1.3.0", service) }
  }

  @Test func answersThatTheNewVersionDoesNotHaveAreRefusedAndNothingChanges() async throws {
    let service = try await self.kept()
    let before = try await service.lines().map(\.screening)
    let done = try await self.run(Self.all, to: "1.4.0", edits: Self.otherCodes, service)
    #expect(!done.applied)
    let amber = before.filter { $0.answers.contains("NOB") }.map { "screening \($0.id), E3" }
    #expect(amber.count == 2)
    #expect(Set(done.problems.map(\.place)) == Set(amber))
    #expect(done.problems.allSatisfy { $0.code == .unknownResponse })
    #expect(try await service.lines().map(\.screening) == before)
  }

  @Test func aChildWhoWasOptedOutSinceStaysAsIs() async throws {
    let service = try await self.kept()
    let out = Wrenmoor.child("c2", optedOut: day(2026, 11, 20))
    try await service.run(ImportChildren.self, .init(children: drafts([out]), apply: true))
    let done = try await self.run(Self.all, to: "1.3.0", service)
    #expect(done.optedOut == 1 && done.rescored.count == 2)
    #expect(try await service.screening(of: "c2").version == "1.2.0")
  }

  @Test func aReasonAndAnotherVersionAreNeeded() async throws {
    let service = try await self.kept()
    for reason in ["", "  "] {
      let fault = await #expect(throws: Fault.self) {
        try await self.run(Self.all, to: "1.3.0", reason: reason, service)
      }
      #expect(fault?.code == .notValid)
    }
    let same = try await service.run(
      RescoreScreenings.self, .init(Self.all, to: "1.2.0", reason: "r", apply: true))
    #expect(same.problems.count == 3 && !same.applied)
    let none = RescoreScreenings.Input(
      .version(screener: Wrenmoor.screener, version: "0.1.0"), to: "1.2.0", reason: "r", apply: true)
    #expect(try await service.refusal(RescoreScreenings.self, none) == .notFound)
  }
}
