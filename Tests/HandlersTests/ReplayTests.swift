// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Testing
import Vocabulary

/// A stored result can be worked out again, whatever has become of the content folder since.
@Suite struct ReplayTests {
  private func replay(
    _ which: ReplayScreenings.Input.Which, in practice: Practice, _ service: Service
  ) async throws -> [ReplayScreenings.Line] {
    try await ReplayScreenings.run(.init(which), in: practice, as: service.person(.auditor)).lines
  }

  @Test func everyStoredResultIsEqualAPageAtATime() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record(
      ["c1", "c2", "c3"].map { ScreeningDraft($0, Sheet.amber) } + [
        ScreeningDraft("c4", Sheet.red, concerns: [.slt]), ScreeningDraft("c5", notScreened: .absent),
      ])
    var (outcomes, after): ([Bool?], ScreeningID?) = ([], nil)
    repeat {
      let page = try await service.run(
        ReplayScreenings.self, .init(.all(at: nil), after: after, limit: 2), as: .auditor)
      outcomes += page.lines.map(\.replay.isEqual)
      after = page.next
    } while after != nil
    #expect(outcomes == [true, true, true, true, nil])
    let elsewhere = try await self.replay(.all(at: Wrenmoor.nursery), in: service.practice, service)
    #expect(elsewhere.isEmpty)
  }

  @Test func theDefinitionIsKeptOnceWithTheFilesThatMadeIt() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)], apply: false)
    let person = service.person(.manager)
    #expect(try await service.practice.store.read(as: person) { try $0.definitions() }.isEmpty)
    try await service.record([ScreeningDraft("c5", notScreened: .absent)])
    #expect(try await service.practice.store.read(as: person) { try $0.definitions() }.isEmpty)
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    try await service.record([ScreeningDraft("c2", Sheet.green)])
    let hash = try service.practice.screener(Wrenmoor.screener).hash
    let kept = try await service.practice.store.read(as: person) {
      (try $0.definitions().map(\.hash), try $0.files(ofDefinition: hash).map(\.name))
    }
    #expect(kept.0 == [hash])
    #expect(kept.1 == ["demo-total.lms.csv", "screener.yaml"])
  }

  @Test func withoutTheContentFolderTheKeptDefinitionScores() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let old = try await service.screening(of: "c1")
    let bare = service.practice.withoutContent()
    let lines = try await self.replay(.these([old.id]), in: bare, service)
    #expect(lines.map(\.replay.isEqual) == [true])
    #expect(lines.map(\.replay.definitionFrom) == ["archive"])
    let shown = try await ShowScreening.run(.init(screening: old.id), in: bare, as: service.person(.practitioner))
    #expect(shown.isReproduced == true)
    let input = AmendScreening.Input(
      screening: old.id, answers: [ItemCode("U5"): ResponseCode("C")], reason: "misread")
    let new = try await AmendScreening.run(input, in: bare, as: service.person(.practitioner))
    #expect(new.definitionHash == old.definitionHash && new.scores != old.scores)
  }

  @Test func aDefinitionThatIsNowhereIsSaidAndNothingIsGuessed() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    var stray = try await service.screening(of: "c1")
    stray = ScreeningRecord(
      id: ScreeningID("stray"), child: stray.child, phase: .followup, screener: stray.screener,
      version: stray.version, definitionHash: .zero, testDate: stray.testDate, answers: stray.answers,
      scores: stray.scores, by: "P", recordedAt: stray.recordedAt)
    let record = stray
    try await service.practice.store.write(as: service.person(.manager)) { try $0.add(record) }
    let line = try await self.replay(.these([record.id]), in: service.practice, service)[0]
    guard case .impossible(let fault) = line.replay.outcome else {
      Issue.record("\(line.replay.outcome)")
      return
    }
    #expect(fault.code == .definitionNotAtHand)
    let shown = try await service.show(record.id)
    #expect(shown.result == nil && shown.isReproduced == nil)
    let amend = AmendScreening.Input(
      screening: record.id, answers: [ItemCode("U5"): ResponseCode("C")], reason: "misread")
    #expect(try await service.refusal(AmendScreening.self, amend) == .definitionNotAtHand)
  }

  @Test func everyValueThatDiffersIsNamed() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let first = try await service.screening(of: "c1")
    let forged = ScreeningRecord(
      id: ScreeningID("forged"), child: first.child, phase: .followup, screener: first.screener,
      version: first.version, definitionHash: first.definitionHash, testDate: first.testDate, ageMonths: 51,
      answers: first.answers, scores: first.scores.replacing("raw.all=11", with: "raw.all=12"), band: "green",
      proposedTier: "universal", flags: ["ceiling:U"], by: "P", recordedAt: first.recordedAt,
      context: first.context)
    try await service.practice.store.write(as: service.person(.manager)) { try $0.add(forged) }
    let line = try await self.replay(.these([forged.id]), in: service.practice, service)[0]
    #expect(line.replay.isEqual == false)
    #expect(
      line.replay.differences.map { "\($0.what) \($0.stored) \($0.again)" } == [
        "age_months 51 50", "raw.all 12 11", "band green amber", "tier universal targeted",
        "flags ceiling:U \(first.flags.joined(separator: " "))",
      ])
  }

  @Test func whatIsKnownOfTheChildLaterDoesNotMoveAnEarlierResult() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let changed = Wrenmoor.child("c1", born: day(2021, 10, 1), languages: ["PAN"])
    try await service.run(ImportChildren.self, .init(children: drafts([changed]), apply: true))
    let old = try await service.screening(of: "c1")
    let line = try await self.replay(.these([old.id]), in: service.practice, service)[0]
    #expect(line.replay.isEqual == true && line.replay.usedKeptContext)
  }

  @Test func lookingLeavesATraceOfEveryChildShown() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record(["c1", "c2"].map { ScreeningDraft($0, Sheet.amber) })
    let before = try await service.auditHead().sequence
    _ = try await self.replay(.all(at: nil), in: service.practice, service)
    let entries = try await service.practice.store.read(as: service.person(.auditor)) {
      try $0.auditEntries(after: before)
    }
    #expect(entries.contains { $0.fact.kind == "screening" && $0.fact.subjects == ["c1", "c2"] })
  }
}
