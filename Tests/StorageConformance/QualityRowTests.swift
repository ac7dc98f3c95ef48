// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

/// What statistics on a team's own data are made from.
@Suite struct QualityRowTests {
  @Test(arguments: [
    ("2021-09-01", SeasonOfBirth.autumn), ("2021-12-31", .autumn), ("2022-01-01", .spring),
    ("2022-03-31", .spring), ("2022-04-01", .summer), ("2022-08-31", .summer),
  ])
  func theSummerBornAreThoseOfAprilToAugust(_ day: String, _ season: SeasonOfBirth) {
    #expect(SeasonOfBirth(of: date(day)) == season)
  }

  @Test(arguments: Driver.allCases)
  func rowsAreTheCurrentScreeningsWithAnswersAndTheFactsOfTheChild(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      var amina = ChildRecord.amina
      (amina.sex, amina.learnsEnglishAsAdditional, amina.freeSchoolMeals) = (.female, true, false)
      let child = amina
      var amended = ScreeningRecord.amended("s2", "s1")
      amended.by = "Mo"
      let second = amended
      let away = ScreeningRecord(
        id: "s3", child: "c2", phase: .baseline, screener: "demo", version: "1", definitionHash: definition,
        testDate: date("2026-11-30"), notScreenedReason: .absent, by: "Pat", recordedAt: moment)
      try await test.write { records in
        try records.put(child)
        try records.add(ScreeningRecord.first)
        try records.add(second)
        try records.add(away)
      }
      let entries = try await test.entries { records in
        let rows = try records.qualityRows(screener: "demo")
        #expect(rows.map(\.screening) == [second])
        #expect(rows.map(\.rater) == ["Pat"])
        #expect(rows.map(\.setting) == ["123456"])
        #expect(rows.map(\.sex) == [.female])
        #expect(rows.map(\.learnsEnglishAsAdditional) == [true])
        #expect(rows.map(\.freeSchoolMeals) == [false])
        #expect(rows.map(\.season) == [.autumn])
      }
      #expect(entries.map(\.fact.subjects) == [["c1"]])
      let none = try await test.write { records in
        (try records.qualityRows(screener: "other"), try records.qualityRows(at: "EY123456"))
      }
      #expect(none.0.isEmpty && none.1.isEmpty)
    }
  }

  @Test(arguments: Driver.allCases)
  func pagesHoldEveryScreeningOnce(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { records in
        try records.add(ScreeningRecord.first)
        try records.add(.amended("s2", "s1"))
        try records.add(.amended("s3", "s2"))
      }
      var (seen, after): ([ScreeningID], ScreeningID?) = ([], nil)
      repeat {
        let start = after
        let page = try await test.write { try $0.screeningPage(after: start, limit: 2).map(\.id) }
        seen += page
        after = page.count < 2 ? nil : page.last
      } while after != nil
      #expect(seen == ["s1", "s2", "s3"])
      let filtered = try await test.write { records in
        [
          try records.screeningPage(currentOnly: true).map(\.id), try records.screeningPage(at: "EY123456").map(\.id),
          try records.screeningPage(screener: "demo", version: "2").map(\.id),
          try records.screeningPage(at: "123456", screener: "demo", version: "1", currentOnly: true).map(\.id),
        ]
      }
      #expect(filtered == [["s3"], [], [], ["s3"]])
    }
  }

  @Test(arguments: Driver.allCases)
  func aSessionIsDeliveredWhenTheLastWordSaysSoToThoseWhoWereThere(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      func sessions() async throws -> [DeliveredSession] {
        try await test.write { try $0.deliveredSessions() }
      }
      func say(_ id: VisitDoneID, _ outcome: VisitOutcome, _ attended: [ChildID]) async throws {
        let word = VisitDoneRecord(
          id: id, visit: "v1", outcome: outcome, minutes: 35, by: "Pat",
          at: Instant(microseconds: moment.microseconds + (Int(id.rawValue.dropFirst()) ?? 0)))
        try await test.write { try $0.add(word, attended: attended) }
      }
      #expect(try await sessions() as [DeliveredSession] == [])
      try await say("d1", .missed, [])
      #expect(try await sessions() as [DeliveredSession] == [])
      try await say("d2", .done, [])
      let unknown = try await sessions()
      #expect(unknown.map(\.child) == ["c1", "c2"])
      #expect(unknown.map(\.wasPresent) == [nil, nil])
      try await say("d3", .done, ["c2"])
      let known = try await sessions()
      #expect(known.map(\.wasPresent) == [false, true])
      #expect(known.map(\.minutes) == [35, 35])
      #expect(known.map(\.programme) == ["talk", "talk"])
      #expect(known.map(\.week) == [isoWeek("2026-W49"), isoWeek("2026-W49")])
      #expect(known.map(\.day) == [nil, nil])
      let one = try await test.write { try $0.deliveredSessions(of: "c2").map(\.child) }
      #expect(one == ["c2"])
    }
  }
}
