// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Testing
import Vocabulary

/// Second ratings, and the rows that statistics on a team's own data are made from.
@Suite struct QualityTests {
  private func rate(
    _ child: String, _ answers: ScreeningAnswers, by rater: String? = "Bo", on day: CivilDate = Wrenmoor.testDate,
    apply: Bool = true, _ service: Service
  ) async throws -> RecordSecondRatings.Output {
    let draft = ScreeningDraft(
      child: ChildID(child), testDate: day, content: .answers(answers), examiner: rater, place: "second.csv:2")
    return try await service.run(
      RecordSecondRatings.self,
      .init(screener: Wrenmoor.screener, phase: .baseline, drafts: [draft], apply: apply), as: .practitioner)
  }

  private func screened() async throws -> Service {
    let service = try await Service.ofWrenmoor()
    try await service.record(["c1", "c2"].map { ScreeningDraft($0, Sheet.amber) })
    return service
  }

  @Test func aSecondRatingStandsBesideTheScreeningAndMovesNothing() async throws {
    let service = try await self.screened()
    let before = try await service.lines().map(\.screening)
    #expect(try await self.rate("c1", Sheet.green, apply: false, service).report.added == 1)
    #expect(try await self.rate("c1", Sheet.green, service).report.added == 1)
    #expect(try await self.rate("c1", Sheet.green, service).report.unchanged == 1)
    #expect(try await service.lines().map(\.screening) == before)
    let pair = try #require(
      try await service.run(ListDoubleScores.self, .init(screener: Wrenmoor.screener)).first)
    #expect(pair.child == ChildID("c1") && pair.areScoresComparable)
    #expect([pair.first.rater, pair.second.rater] == ["a practitioner", "Bo"])
    #expect(pair.first.answers == Sheet.amber && pair.second.answers == Sheet.green)
    #expect([pair.first.scores["raw.all"], pair.second.scores["raw.all"]] == [11, 14])
    #expect([pair.first.band, pair.second.band] == ["amber", "green"])
    #expect(try await service.show(before[0].id).secondRaters == ["Bo"])
  }

  @Test func ratingsThatDoNotFitAreRefusedByRow() async throws {
    let service = try await self.screened()
    let refused: [(RecordSecondRatings.Output, Fault.Code, String)] = [
      (try await self.rate("c1", Sheet.green, by: nil, service), .storeConflict, "second.csv:2:"),
      (try await self.rate("c3", Sheet.green, service), .notFound, "second.csv:2:test_date"),
      (try await self.rate("c1", Sheet.green, on: day(2026, 11, 17), service), .notFound, "second.csv:2:test_date"),
      (try await self.rate("nobody", Sheet.green, service), .notFound, "second.csv:2:child_ref"),
      (try await self.rate("c1", Sheet.answers("U3=X"), service), .unknownResponse, "second.csv:2:U3"),
    ]
    for (output, code, place) in refused {
      #expect(output.problems.map(\.code) == [code] && !output.report.applied)
      #expect(output.problems.first?.place?.hasPrefix(place) == true)
    }
    #expect(try await self.rate("c1", Sheet.green, service).problems.isEmpty)
    #expect(try await self.rate("c1", Sheet.red, service).problems.map(\.code) == [.storeConflict])
  }

  @Test func rowsCarryAnswersScoresAndFactsAndNoName() async throws {
    let service = try await self.screened()
    let rows = try await service.run(ListScoredChildren.self, .init(screener: Wrenmoor.screener))
    #expect(rows.map(\.child.rawValue) == ["c1", "c2"])
    #expect(rows[0].answers == Sheet.amber && rows[0].scores["ss.all"] == 87 && rows[0].band == "amber")
    #expect(rows[0].rater == "a practitioner" && rows[0].season == .autumn && rows[0].setting == Wrenmoor.school)
    #expect(!"\(rows)".contains("Given c1") && !"\(rows)".contains("\(Wrenmoor.birthDate)"))
    let other = try await service.run(
      ListScoredChildren.self, .init(screener: Wrenmoor.screener, setting: Wrenmoor.nursery))
    #expect(other.isEmpty)
  }

  @Test func aFollowUpIsPairedWithTheLatestBaselineBeforeIt() async throws {
    let service = try await self.screened()
    try await service.record([ScreeningDraft("c1", Sheet.red, on: day(2026, 9, 14))])
    let later = ScreeningDraft("c1", Sheet.green, on: day(2027, 2, 8))
    try await service.run(
      RecordScreenings.self,
      .init(screener: Wrenmoor.screener, phase: .followup, drafts: [later], apply: true), as: .practitioner)
    let found = try await service.run(ListChangePairs.self, .init(screener: Wrenmoor.screener))
    #expect(found.pairs.map(\.baseline.testDate) == [Wrenmoor.testDate])
    #expect(found.pairs.map(\.followUp.testDate) == [day(2027, 2, 8)])
    #expect(found.pairs.map { $0.followUp.scores["raw.all"] } == [14])
    #expect(found.pairs.map(\.sessions) == [[]])
    #expect(found.withoutFollowUp == [ChildID("c2")])
    let one = try await service.run(
      ListChangePairs.self, .init(screener: Wrenmoor.screener, child: ChildID("c2")))
    #expect(one.pairs.isEmpty)
  }

  @Test func aChildIsFoundByExactlyTheirIdentifierAndNeverNamedByIt() async throws {
    let service = try await Service.ofWrenmoor()
    let upn = try #require(UPN("V330123424001"))
    try await service.run(
      ImportChildren.self,
      .init(children: [ImportChildren.Draft(child: Wrenmoor.child("c1"), upn: upn)], apply: true))
    func draft(_ text: String) -> ScreeningDraft {
      ScreeningDraft(
        child: ChildID(text), testDate: Wrenmoor.testDate, content: .answers(Sheet.amber),
        examiner: "Bo", edition: "2026.1", identifier: ChildIdentifier(text), place: "vendor.csv:2")
    }
    try await service.record([draft(upn.text)])
    let kept = try await service.screening(of: "c1")
    #expect(kept.edition == "2026.1" && kept.by == "Bo")
    let stranger = try #require(NHSNumber("9434765919"))
    let refused = try await service.record([draft(stranger.text)])
    #expect(refused.problems.map(\.place) == ["vendor.csv:2:child_ref"])
    #expect(!"\(refused.problems)".contains(stranger.text))
  }
}
