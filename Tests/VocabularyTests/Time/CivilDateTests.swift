// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct CivilDateTests {
  @Test func everySampledDayNumberComesBack() {
    var previous: CivilDate?
    for number in stride(from: -141_349, through: 2_932_896, by: 61) {
      let date = CivilDate(dayNumber: number)
      #expect(date.dayNumber == number)
      #expect(CivilDate(date.description) == date)
      #expect(CivilDate(year: date.year, month: date.month, day: date.day) == date)
      if let previous { #expect(previous < date) }
      previous = date
    }
  }

  @Test func noNumberOfDaysLeadsOffTheCalendar() throws {
    let last = try #require(CivilDate("9999-12-31"))
    let first = try #require(CivilDate("1583-01-01"))
    #expect(last.adding(days: 1) == last)
    #expect(last.adding(days: Int.max) == last)
    #expect(first.adding(days: -1) == first)
    #expect(first.adding(days: Int.min) == first)
    #expect(last.adding(days: -1).description == "9999-12-30")
  }

  @Test(arguments: [
    ("1970-01-01", 0, 4), ("2000-02-29", 11_016, 2), ("2026-11-30", 20_787, 1), ("1969-12-31", -1, 3),
    ("2024-02-29", 19_782, 4), ("1583-01-01", -141_349, 6), ("9999-12-31", 2_932_896, 5),
  ])
  func aDateHasItsDayNumberAndWeekday(_ text: String, _ dayNumber: Int, _ weekday: Int) throws {
    let date = try #require(CivilDate(text))
    #expect(date.dayNumber == dayNumber)
    #expect(date.weekday == weekday)
    #expect(date.isWeekend == (weekday > 5))
  }

  @Test(arguments: [
    "2026-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "1582-12-31", "26-11-30", "2026-11-3",
    "2026/11/30",
    "2026-11-30 ", "+026-11-30", "", "1900-02-29", "２０２６-11-30",
  ])
  func whatIsNotADateIsRefused(_ text: String) {
    #expect(CivilDate(text) == nil)
  }

  @Test(arguments: [
    ("2026-01-31", 1, "2026-02-28"), ("2024-01-31", 1, "2024-02-29"), ("2026-11-30", 3, "2027-02-28"),
    ("2026-03-31", -1, "2026-02-28"), ("2026-01-15", -13, "2024-12-15"), ("2026-05-31", 0, "2026-05-31"),
  ])
  func addingMonthsKeepsTheDayOrTakesTheLast(_ from: String, _ months: Int, _ to: String) throws {
    #expect(try #require(CivilDate(from)).adding(months: months).description == to)
  }
}
