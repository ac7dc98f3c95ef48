// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Testing
import Vocabulary

/// Who is to do, and what became of the others.
@Suite struct ListForEntryTests {
  private func standings(
    _ service: Service, on testDate: CivilDate = Wrenmoor.testDate, yearGroup: NCYear? = nil
  ) async throws -> [String: EntryStanding] {
    let listed = try await service.run(
      ListForEntry.self,
      .init(
        screener: Wrenmoor.screener, testDate: testDate, phase: .baseline, setting: Wrenmoor.school,
        yearGroup: yearGroup),
      as: .practitioner)
    return Dictionary(uniqueKeysWithValues: listed.lines.map { ($0.child.id.rawValue, $0.standing) })
  }

  private func open(_ service: Service, _ child: String) async throws -> OpenEntry.Output {
    try await service.run(
      OpenEntry.self,
      .init(
        child: ChildID(child), screener: Wrenmoor.screener, testDate: Wrenmoor.testDate, phase: .baseline))
  }

  @Test func everyChildOfASettingStandsSomewhere() async throws {
    let children =
      (1...6).map { Wrenmoor.child("c\($0)") } + [
        Wrenmoor.child("out", optedOut: day(2026, 9, 1)), Wrenmoor.child("old", born: day(2019, 1, 1)),
        Wrenmoor.child("unborn", born: day(2027, 1, 1)), Wrenmoor.child("elsewhere", at: Wrenmoor.nursery),
      ]
    let service = try await Service.ofWrenmoor(children)
    try await service.record([ScreeningDraft("c1", Sheet.amber), ScreeningDraft("c2", notScreened: .absent)])
    let part = try await self.open(service, "c3")
    for event in [EntryEvent.answered(ItemCode("U3"), ResponseCode("C")), .skipped(ItemCode("U4")), .wentBack] {
      try await service.run(AppendEntryEvent.self, .init(entry: part.entry.id, event: event))
    }
    _ = try await self.open(service, "c4")
    #expect(
      try await self.standings(service) == [
        "c1": .screened(on: Wrenmoor.testDate, proposedTier: "targeted"),
        "c2": .notScreened(on: Wrenmoor.testDate, .absent), "c3": .partEntered(items: 1), "c4": .toDo, "c5": .toDo,
        "c6": .toDo, "out": .optedOut(day(2026, 9, 1)), "old": .outsideAge(months: 94), "unborn": .notBorn,
      ])
    // Another term begins anew.
    #expect(try await self.standings(service, on: day(2027, 1, 11))["c1"] == .toDo)
  }

  @Test func aYearGroupLeavesOutTheOthers() async throws {
    let service = try await Service.ofWrenmoor()
    let n2 = try #require(NCYear("N2"))
    let listed = try await self.standings(service, yearGroup: n2)
    #expect(listed.keys.sorted() == (1...7).map { "c\($0)" })
  }

  @Test func everyoneShownLeavesATrace() async throws {
    let service = try await Service.ofWrenmoor()
    let before = try #require(try await service.auditLength())
    _ = try await self.standings(service)
    #expect(try #require(try await service.auditLength()) > before)
  }

  @Test func whatIsNotThereIsNotFound() async throws {
    let service = try await Service.ofWrenmoor()
    for (setting, child) in [(SettingID("none"), nil), (nil, ChildID("none"))] {
      let refused = try await service.refusal(
        ListForEntry.self,
        .init(
          screener: Wrenmoor.screener, testDate: Wrenmoor.testDate, phase: .baseline, setting: setting, child: child))
      #expect(refused == .notFound)
    }
  }

  @Test func anEventIsRefusedWhenSomebodyElseHasTypedMeanwhile() async throws {
    let service = try await Service.ofWrenmoor()
    let id = try await self.open(service, "c1").entry.id
    let event = EntryEvent.answered(ItemCode("U3"), ResponseCode("C"))
    try await service.run(AppendEntryEvent.self, .init(entry: id, event: event, after: 0))
    #expect(
      try await service.refusal(AppendEntryEvent.self, .init(entry: id, event: event, after: 0))
        == .storeChangedMeanwhile)
    let again = try await self.open(service, "c1")
    #expect(again.session.events == [event])
  }

  @Test func aChildWhoWasAbsentAndIsScreenedAfterAllHasOneCurrentRecord() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", notScreened: .absent)])
    let opened = try await self.open(service, "c1")
    var session = opened.session
    while let prompt = session.prompt {
      let event: EntryEvent = Sheet.amber[prompt.item].map { .answered(prompt.item, $0) } ?? .skipped(prompt.item)
      try session.take(event)
      try await service.run(AppendEntryEvent.self, .init(entry: opened.entry.id, event: event))
    }
    let kept = try await service.run(FinishEntry.self, .init(entry: opened.entry.id))
    #expect(kept.band == "amber" && kept.amendmentReason == "screened after all; recorded before as absent")
    let lines = try await service.lines()
    #expect(lines.map(\.screening.id) == [kept.id])
  }
}
