// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Testing
import Vocabulary

/// Sittings: every keystroke kept, taken up where they were left, finished once.
@Suite struct EntryTests {
  private func open(
    _ service: Service,
    _ child: String = "c1",
    screener: String = Wrenmoor.screener,
    named name: String? = nil
  ) async throws -> OpenEntry.Output {
    try await service.run(
      OpenEntry.self,
      .init(child: ChildID(child), screener: screener, testDate: Wrenmoor.testDate, phase: .baseline),
      as: .practitioner,
      named: name
    )
  }

  /// Types answers where the session asks for them, each kept before the next.
  private func type(
    _ answers: ScreeningAnswers,
    into output: OpenEntry.Output,
    _ service: Service,
    atMost count: Int = .max
  ) async throws {
    var session = output.session
    var typed = 0
    while typed < count, let prompt = session.prompt {
      let event: EntryEvent =
        if let code = answers[prompt.item] { .answered(prompt.item, code) } else { .skipped(prompt.item) }
      try session.take(event)
      try await service.run(AppendEntryEvent.self, .init(entry: output.entry.id, event: event))
      typed += 1
    }
  }

  @Test func whatIsTypedScoresAsTheSameAnswersFromAFile() async throws {
    let service = try await Service.ofWrenmoor()
    let opened = try await self.open(service)
    #expect(!opened.wasOpen && opened.child.id == ChildID("c1"))
    #expect(opened.session.prompt?.item == ItemCode("U3"))
    try await self.type(Sheet.amber, into: opened, service)
    let kept = try await service.run(FinishEntry.self, .init(entry: opened.entry.id))
    try await service.record([ScreeningDraft("c2", Sheet.amber)])
    let filed = try await service.screening(of: "c2")
    #expect(kept.scores == filed.scores && kept.proposedTier == filed.proposedTier)
    #expect(kept.cohort == filed.cohort && kept.cohort != nil)
    #expect(try await service.show(kept.id).isReproduced == true)
  }

  @Test func aSittingThatWasLeftIsTakenUpWithEveryAnswer() async throws {
    let service = try await Service.ofWrenmoor()
    let first = try await self.open(service)
    try await self.type(Sheet.amber, into: first, service, atMost: 5)
    try await service.run(AppendEntryEvent.self, .init(entry: first.entry.id, event: .wentBack))
    try await service.run(AppendEntryEvent.self, .init(entry: first.entry.id, event: .noted("tired")))
    let again = try await self.open(service, named: "someone else")
    #expect(again.wasOpen && again.entry.id == first.entry.id)
    #expect(again.entry.by == "a practitioner")
    #expect(again.session.answers.items.count == 4)
    #expect(again.session.notes.map(\.text) == ["tired"])
    try await self.type(Sheet.amber, into: again, service)
    let kept = try await service.run(FinishEntry.self, .init(entry: again.entry.id), named: "someone else")
    #expect(kept.scores.contains("raw.all=11"))
    #expect(kept.by == "someone else")
  }

  @Test func sittingsOfTwoChildrenDoNotMix() async throws {
    let service = try await Service.ofWrenmoor()
    let one = try await self.open(service, "c1", named: "one")
    let two = try await self.open(service, "c2", named: "two")
    #expect(one.entry.id != two.entry.id)
    async let first: Void = self.type(Sheet.amber, into: one, service)
    async let second: Void = self.type(Sheet.green, into: two, service)
    _ = try await (first, second)
    #expect(try await service.run(FinishEntry.self, .init(entry: one.entry.id)).band == "amber")
    #expect(try await service.run(FinishEntry.self, .init(entry: two.entry.id)).band == "green")
    #expect(try await service.auditLength() != nil)
  }

  @Test func aSittingBegunWithAnotherDefinitionIsNotTakenUp() async throws {
    let service = try await Service.ofWrenmoor(Wrenmoor.children)
    let opened = try await self.open(service)
    try await self.type(Sheet.amber, into: opened, service)
    var other = try service.practice.screener(Wrenmoor.screener)
    other.hash = .zero
    let practice = service.practice.replacing(screener: other)
    let person = service.person(.practitioner)
    let reopened = await #expect(throws: Fault.self) {
      try await OpenEntry.run(
        .init(
          child: ChildID("c1"),
          screener: Wrenmoor.screener,
          testDate: Wrenmoor.testDate,
          phase: .baseline
        ),
        in: practice,
        as: person
      )
    }
    #expect(reopened?.code == .entryOtherDefinition)
    let finished = await #expect(throws: Fault.self) {
      try await FinishEntry.run(.init(entry: opened.entry.id), in: practice, as: person)
    }
    #expect(finished?.code == .entryOtherDefinition)
  }

  @Test func aSittingWithoutAnAnswerIsNotFinished() async throws {
    let service = try await Service.ofWrenmoor()
    let opened = try await self.open(service)
    #expect(try await service.refusal(FinishEntry.self, .init(entry: opened.entry.id)) == .notValid)
    #expect(try await self.open(service).wasOpen)
  }

  /// What a client of another make might send; the sitting stays readable.
  @Test(arguments: [
    (EntryEvent.answered(ItemCode("X9"), ResponseCode("C")), Fault.Code.unknownItem),
    (.skipped(ItemCode("X9")), .unknownItem), (.answered(ItemCode("U3"), ResponseCode("ALW")), .unknownResponse),
  ])
  func anEventThatTheScreenerDoesNotKnowIsNotKept(_ event: EntryEvent, _ code: Fault.Code) async throws {
    let service = try await Service.ofWrenmoor()
    let opened = try await self.open(service)
    let append = AppendEntryEvent.Input(entry: opened.entry.id, event: event)
    #expect(try await service.refusal(AppendEntryEvent.self, append) == code)
    #expect(try await self.open(service).session.progress.entered == 0)
  }

  @Test func aFinishedSittingTakesNothingMore() async throws {
    let service = try await Service.ofWrenmoor()
    let opened = try await self.open(service)
    try await self.type(Sheet.amber, into: opened, service)
    try await service.run(FinishEntry.self, .init(entry: opened.entry.id))
    let append = AppendEntryEvent.Input(entry: opened.entry.id, event: .wentBack)
    #expect(try await service.refusal(AppendEntryEvent.self, append) == .storeConflict)
    #expect(try await service.refusal(FinishEntry.self, .init(entry: opened.entry.id)) != nil)
    #expect(try await service.lines().count == 1)
  }

  @Test func aDayThatHasItsScreeningIsAmendedNotEnteredAgain() async throws {
    let service = try await Service.ofWrenmoor()
    let opened = try await self.open(service)
    try await self.type(Sheet.green, into: opened, service)
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    #expect(
      try await service.refusal(FinishEntry.self, .init(entry: opened.entry.id)) == .screeningAlreadyKept)
    #expect(try await service.screening(of: "c1").band == "amber")
  }

  @Test func anOptedOutChildIsNotEntered() async throws {
    let service = try await Service.ofWrenmoor([Wrenmoor.child("c1", optedOut: day(2026, 9, 1))])
    let refused = try await service.refusal(
      OpenEntry.self,
      .init(
        child: ChildID("c1"),
        screener: Wrenmoor.screener,
        testDate: Wrenmoor.testDate,
        phase: .baseline
      )
    )
    #expect(refused == .screeningOptedOut)
  }

  @Test func aChildWhoIsOptedOutDuringASittingGetsNoScreening() async throws {
    let service = try await Service.ofWrenmoor()
    let opened = try await self.open(service)
    try await self.type(Sheet.amber, into: opened, service)
    let out = drafts([Wrenmoor.child("c1", optedOut: Wrenmoor.testDate)])
    try await service.run(ImportChildren.self, .init(children: out, apply: true))
    #expect(
      try await service.refusal(FinishEntry.self, .init(entry: opened.entry.id)) == .screeningOptedOut)
    #expect(try await service.lines().isEmpty)
  }

  @Test func whatDoesNotExistIsNotFound() async throws {
    let service = try await Service.ofWrenmoor()
    let none = EntryID("none")
    #expect(try await service.refusal(FinishEntry.self, .init(entry: none)) == .notFound)
    let append = AppendEntryEvent.Input(entry: none, event: .wentBack)
    #expect(try await service.refusal(AppendEntryEvent.self, append) == .storeNotFound)
  }
}
