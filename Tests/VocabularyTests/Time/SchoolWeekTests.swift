// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct SchoolWeekTests {
  @Test(arguments: [
    ("2026-W49", "2026-11-30"), ("2020-W53", "2020-12-28"), ("2021-W01", "2021-01-04"),
    ("2015-W01", "2014-12-29"),
    ("2016-W53", nil), ("2026-W53", "2026-12-28"), ("2025-W53", nil), ("2026-W00", nil), ("2026-W54", nil),
    ("2026-W1", nil), ("2026-49", nil), ("2026W49", nil), ("2026-w49", nil), ("2026-W+1", nil),
    ("9999-W99", nil),
    ("2026-W490", nil), ("", nil),
  ])
  func aWeekBeginsOnItsMonday(_ text: String, _ monday: String?) {
    #expect(SchoolWeek(text)?.monday.description == monday)
  }

  @Test func everyWeekOfSixtyYearsComesBack() throws {
    var week = SchoolWeek(containing: try #require(CivilDate("1990-01-01")))
    for _ in 0..<(60 * 52) {
      #expect(SchoolWeek(week.description) == week)
      #expect(week.monday.weekday == 1)
      #expect(SchoolWeek(containing: week.day(6)) == week)
      #expect(week < week.adding(weeks: 1))
      week = week.adding(weeks: 1)
    }
  }

  @Test func theFirstDaysOfJanuaryMayBelongToTheOldYear() throws {
    #expect(SchoolWeek(containing: try #require(CivilDate("2021-01-03"))).description == "2020-W53")
  }

  @Test(arguments: [("1583-01-01", "1583-01-03"), ("9999-12-31", "9999-12-20"), ("9999-12-26", "9999-12-20")])
  func theEndsOfTheCalendarGiveTheNearestWholeWeek(_ date: String, _ monday: String) throws {
    let week = SchoolWeek(containing: try #require(CivilDate(date)))
    #expect(week.monday.description == monday)
    #expect(week.day(0) <= week.day(6))
  }
}
