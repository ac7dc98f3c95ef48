// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Testing
import Vocabulary

/// A child whom the norms do not cover: raw scores, items, languages, exposure, and their own earlier result.
@Suite struct NotNormedTests {
  private func service() async throws -> Service {
    var child = Wrenmoor.child("c1", languages: ["PAN", "ENG"])
    (child.englishExposure, child.monthsInEnglish) = (35, 14)
    return try await Service.ofWrenmoor([child, Wrenmoor.child("c2")])
  }

  @Test func whatCanBeReadWithoutNormsIsShown() async throws {
    let service = try await self.service()
    var answers = Sheet.amber
    answers.setLanguage("PAN", of: ItemCode("E1"))
    let output = try await service.record([ScreeningDraft("c1", answers), ScreeningDraft("c2", Sheet.amber)])
    #expect(output.notNormed == 1)
    #expect(output.tiers.map { "\($0.tier) \($0.count)" } == ["review 1", "targeted 1"])
    let screening = try await service.screening(of: "c1")
    let shown = try #require(try await service.show(screening.id).notNormed)
    #expect(shown.context.homeLanguages == ["PAN", "ENG"])
    #expect(shown.context.englishExposure == 35 && shown.context.monthsInEnglish == 14)
    #expect(shown.earlier == nil)
    let sections = try #require(shown.profile).sections
    func codes(_ credit: ItemProfile.Credit) -> [String] {
      sections.flatMap { $0.items(credit).map(\.code.rawValue) }
    }
    // U3=C U4=C U5=I U6=C U7=I U8=I E1=ALW E2=SOM E3=NOB E4=SOM E5=NEV E6=SOM
    #expect(codes(.full) == ["U3", "U4", "U6", "E1"])
    #expect(codes(.some) == ["E2", "E4", "E6"])
    #expect(codes(.none) == ["U5", "U7", "U8", "E5"])
    #expect(codes(.notGiven) == ["U1", "U2", "E3"])
    let spoken = sections.flatMap(\.items).filter { $0.language != nil }
    #expect(spoken.map { "\($0.code) \($0.words) \($0.language ?? "")" } == ["E1 joins two words PAN"])
    let normed = try await service.show(try await service.screening(of: "c2").id)
    #expect(normed.notNormed == nil)
  }

  @Test func theChildsOwnEarlierResultIsCompared() async throws {
    let service = try await self.service()
    try await service.record([ScreeningDraft("c1", Sheet.red, on: day(2026, 9, 14))])
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let now = try #require(try await service.lines().map(\.screening).max { $0.testDate < $1.testDate })
    let earlier = try #require(try await service.show(now.id).notNormed?.earlier)
    #expect(earlier.testDate == day(2026, 9, 14) && earlier.version == "1.2.0")
    // Red is raw 2 + 0; amber 5 + 6, worked by hand from the form.
    #expect(
      earlier.lines.map { "\($0.score) \($0.before) \($0.now) \($0.difference)" } == [
        "raw.u 2.0 5.0 3.0", "raw.e 0.0 6.0 6.0", "raw.all 2.0 11.0 9.0",
      ])
  }

  @Test func anotherMajorVersionIsNotCompared() async throws {
    let service = try await self.service()
    try await service.record([ScreeningDraft("c1", Sheet.red, on: day(2026, 9, 14))])
    let next = try service.practice.addingVersion("2.0.0")
    let output = try await RecordScreenings.run(
      .init(
        screener: "\(Wrenmoor.screener)@2.0.0", phase: .followup, drafts: [ScreeningDraft("c1", Sheet.amber)],
        apply: true), in: next, as: service.person(.practitioner))
    #expect(output.problems.isEmpty)
    let now = try #require(try await service.lines().map(\.screening).max { $0.testDate < $1.testDate })
    #expect(now.version == "2.0.0")
    #expect(try await service.show(now.id).notNormed?.earlier == nil)
  }

  @Test func answersKeepTheirLanguageInTheRecordAndOldTextsReadUnchanged() {
    var answers = Sheet.amber
    answers.setLanguage("PAN", of: ItemCode("E1"))
    let text = ScreeningText.text(of: answers)
    #expect(text.hasPrefix("E1=ALW\tPAN\nE2=SOM\n"))
    #expect(ScreeningText.answers(in: text) == answers)
    #expect(ScreeningText.answers(in: "U1=C\nU2=I").languages.isEmpty)
  }

  @Test func aSittingKeepsTheLanguageOfEachAnswer() async throws {
    let service = try await self.service()
    let input = OpenEntry.Input(
      child: ChildID("c2"), screener: Wrenmoor.screener, testDate: Wrenmoor.testDate, phase: .baseline)
    let opened = try await service.run(OpenEntry.self, input)
    func keep(_ event: EntryEvent) async throws {
      try await service.run(AppendEntryEvent.self, .init(entry: opened.entry.id, event: event))
    }
    try await keep(.answered(ItemCode("U3"), ResponseCode("C")))
    try await keep(.spoke("PAN"))
    try await keep(.answered(ItemCode("U4"), ResponseCode("C")))
    let bad = AppendEntryEvent.Input(entry: opened.entry.id, event: .spoke("Panjabi"))
    #expect(try await service.refusal(AppendEntryEvent.self, bad) == .entryUnknownLanguage)
    let again = try await service.run(OpenEntry.self, input)
    #expect(again.session.answers.languages == [ItemCode("U4"): "PAN"])
    #expect(again.session.language == "PAN")
    let record = try await service.run(FinishEntry.self, .init(entry: opened.entry.id))
    #expect(record.flags.first == "not-normed:answer-language")
    #expect(record.band == "not-normed" && record.proposedTier == "review")
  }
}
