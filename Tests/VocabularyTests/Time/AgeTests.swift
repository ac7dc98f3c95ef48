// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Vocabulary

@Suite struct AgeTests {
  struct Row: Decodable {
    let dob: CivilDate
    let test: CivilDate
    let calendar_ymd: [Int]
    let borrow30_ymd: [Int]
    let completed_months: Int
  }

  @Test(arguments: [
    ("2020-09-01", "2024-09-01", [4, 0, 0], [4, 0, 0]),
    ("2020-02-29", "2024-02-28", [3, 11, 30], [3, 11, 29]),
    ("2020-02-29", "2025-02-28", [5, 0, 0], [4, 11, 29]),
    ("2020-02-29", "2025-03-01", [5, 0, 1], [5, 0, 2]),
    ("2019-10-31", "2024-11-30", [5, 1, 0], [5, 0, 29]),
    ("2020-01-31", "2024-03-01", [4, 1, 1], [4, 1, 0]),
    ("2020-12-31", "2024-02-29", [3, 2, 0], [3, 1, 28]),
    ("2026-11-30", "2026-11-30", [0, 0, 0], [0, 0, 0]),
  ])
  func theTwoRulesCountAsPrinted(
    _ birth: String,
    _ test: String,
    _ calendar: [Int],
    _ borrow30: [Int]
  ) throws {
    let (birth, test) = (try #require(CivilDate(birth)), try #require(CivilDate(test)))
    let ages = AgeRule.allCases.compactMap { Age(from: birth, to: test, by: $0) }
    #expect(ages.map { [$0.years, $0.months, $0.days] } == [calendar, borrow30])
  }

  @Test(.enabled(if: Shared.has("golden/screening/age.json")))
  func theGoldenAgesAgree() throws {
    let rows = try JSONDecoder().decode([Row].self, from: Shared.data("golden/screening/age.json"))
    #expect(rows.count >= 10)
    for row in rows {
      let calendar = try #require(Age(from: row.dob, to: row.test, by: .calendar))
      let borrow = try #require(Age(from: row.dob, to: row.test, by: .borrow30))
      #expect([calendar.years, calendar.months, calendar.days] == row.calendar_ymd)
      #expect([borrow.years, borrow.months, borrow.days] == row.borrow30_ymd)
      #expect(calendar.completedMonths == row.completed_months)
    }
  }

  @Test(arguments: AgeRule.allCases)
  func aTestBeforeBirthHasNoAge(_ rule: AgeRule) throws {
    let birth = try #require(CivilDate("2024-03-02"))
    #expect(Age(from: birth, to: birth.adding(days: -1), by: rule) == nil)
  }

  @Test func theRecordFormWritesYearsAndTwoDigitsOfMonths() throws {
    let birth = try #require(CivilDate("2022-09-20"))
    #expect(Age(from: birth, to: try #require(CivilDate("2026-11-30")), by: .calendar)?.description == "4;02")
  }
}
