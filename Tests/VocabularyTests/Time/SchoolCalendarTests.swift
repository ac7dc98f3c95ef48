// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct SchoolCalendarTests {
  static let flooded = SettingID("123347")
  static let other = SettingID("123348")

  static func range(_ first: String, _ last: String) throws -> ClosedRange<CivilDate> {
    try #require(CivilDate(first))...(try #require(CivilDate(last)))
  }

  static func term(_ year: String, _ term: Term, _ days: (String, String), _ half: (String, String)?) throws
    -> SchoolCalendar.TermDates
  {
    SchoolCalendar.TermDates(
      year: try #require(AcademicYear(year)),
      term: term,
      days: try self.range(days.0, days.1),
      halfTerm: try half.map { try self.range($0.0, $0.1) }
    )
  }

  static func sample() throws -> SchoolCalendar {
    try SchoolCalendar(
      name: "sample",
      terms: [
        try self.term("2026/27", .spring, ("2027-01-04", "2027-03-25"), ("2027-02-15", "2027-02-19")),
        try self.term("2026/27", .autumn, ("2026-09-02", "2026-12-18"), ("2026-10-26", "2026-10-30")),
      ],
      bankHolidays: [
        .init(date: try #require(CivilDate("2026-12-25")), name: "Christmas Day"),
        .init(date: try #require(CivilDate("2026-12-28")), name: "Boxing Day (substitute day)"),
        .init(date: try #require(CivilDate("2027-01-01")), name: "New Year’s Day"),
      ],
      insetDays: [
        .init(date: try #require(CivilDate("2026-09-02"))),
        .init(date: try #require(CivilDate("2026-11-27")), settings: [self.other]),
      ],
      closures: [
        .init(setting: self.flooded, days: try self.range("2026-11-30", "2026-12-04"), reason: "flood")
      ]
    )
  }

  @Test(arguments: [
    ("2026-09-01", "school holiday"), ("2026-08-31", "the calendar has no terms of 2025/26"),
    ("2026-09-02", "INSET day"), ("2026-09-03", nil),
    ("2026-09-05", "weekend"),
    ("2026-10-26", "half-term holiday"), ("2026-10-30", "half-term holiday"), ("2026-11-02", nil),
    ("2026-11-27", nil), ("2026-11-30", "closed (flood)"), ("2026-12-07", nil),
    ("2026-12-25", "bank holiday (Christmas Day)"), ("2027-01-04", nil), ("2027-03-26", "school holiday"),
  ])
  func aDaySaysWhyThereIsNoSchool(_ date: String, _ reason: String?) throws {
    let date = try #require(CivilDate(date))
    let calendar = try Self.sample()
    #expect(calendar.noSchool(on: date, at: Self.flooded)?.description == reason)
    #expect(calendar.isSchoolDay(date, at: Self.flooded) == (reason == nil))
  }

  @Test func aClosureAndAnINSETDayBindOnlyTheirSettings() throws {
    let calendar = try Self.sample()
    let week = try #require(SchoolWeek("2026-W49"))
    #expect(calendar.schoolDays(of: week, at: Self.flooded).isEmpty)
    #expect(calendar.schoolDays(of: week, at: Self.other).count == 5)
    #expect(calendar.schoolDays(of: week).count == 5)
    let inset = try #require(CivilDate("2026-11-27"))
    #expect(calendar.noSchool(on: inset, at: Self.other) == .inset)
    #expect(calendar.noSchool(on: inset) == nil)
  }

  @Test func aHalfTermKnowsItsWeeks() throws {
    let calendar = try Self.sample()
    let year = try #require(AcademicYear("2026/27"))
    let first = calendar.schoolWeeks(of: try #require(HalfTerm(year: year, term: .autumn, half: 1)))
    let second = calendar.schoolWeeks(of: try #require(HalfTerm(year: year, term: .autumn, half: 2)))
    #expect(first.map(\.description) == (36...43).map { "2026-W\($0)" })
    #expect(second.map(\.description) == (45...51).map { "2026-W\($0)" })
    #expect(calendar.schoolWeeks(of: try #require(HalfTerm(year: year, term: .summer, half: 1))).isEmpty)
    let all = calendar.schoolWeeks(from: first[0], through: second[6])
    #expect(all == first + second)
    #expect(calendar.schoolWeeks(from: second[0], through: second[6], at: Self.flooded).count == 6)
  }

  @Test(arguments: [
    ("2026-09-10", "2026/27 autumn 1"), ("2026-10-24", "2026/27 autumn 1"), ("2026-10-28", nil),
    ("2026-11-02", "2026/27 autumn 2"), ("2027-03-25", "2026/27 spring 2"), ("2026-12-28", nil),
  ])
  func aDateBelongsToAHalfTerm(_ date: String, _ half: String?) throws {
    #expect(try Self.sample().halfTerm(of: try #require(CivilDate(date)))?.description == half)
  }

  @Test(arguments: [
    ("2026-12-23", 1, "2026-12-24"), ("2026-12-24", 1, "2026-12-29"), ("2026-12-24", 4, "2027-01-04"),
    ("2026-12-24", 0, "2026-12-24"), ("2027-01-04", -1, "2026-12-31"), ("2026-11-28", 3, "2026-12-02"),
  ])
  func workingDaysSkipWeekendsAndBankHolidays(_ from: String, _ count: Int, _ to: String) throws {
    let calendar = try Self.sample()
    #expect(calendar.adding(workingDays: count, to: try #require(CivilDate(from))).description == to)
  }

  @Test func weeksFarOutsideTheTermsAreNotWalkedThrough() throws {
    let calendar = try Self.sample()
    let (past, future) = (try #require(SchoolWeek("1584-W01")), try #require(SchoolWeek("9998-W52")))
    #expect(calendar.schoolWeeks(from: past, through: future).count == 8 + 7 + 11)
    #expect(calendar.schoolWeeks(from: future, through: past).isEmpty)
    #expect(try SchoolCalendar(name: "empty", terms: []).schoolWeeks(from: past, through: future).isEmpty)
  }

  @Test func termsAreKeptInOrderOfTime() throws {
    #expect(try Self.sample().terms.map(\.term) == [.autumn, .spring])
  }

  static let broken: [(days: (String, String), half: (String, String)?, place: String, message: String)] = [
    (
      ("2027-01-04", "2027-09-25"), nil, "terms[1]",
      "the spring term 2026/27 runs from 2027-01-04 to 2027-09-25, outside its academic year"
    ),
    (
      ("2027-01-04", "2027-03-25"), ("2026-02-15", "2026-02-19"), "terms[1].half_term",
      "the half-term 2026-02-15 to 2026-02-19 does not lie inside the spring term 2026/27"
    ),
    (
      ("2026-12-18", "2027-03-25"), nil, "terms[1]",
      "the spring term 2026/27 overlaps the autumn term 2026/27"
    ),
  ]

  @Test(arguments: 0..<3)
  func aTermThatCannotBeIsRefused(_ index: Int) throws {
    let entry = Self.broken[index]
    let terms = [
      try Self.term("2026/27", .autumn, ("2026-09-02", "2026-12-18"), nil),
      try Self.term("2026/27", .spring, entry.days, entry.half),
    ]
    let fault = #expect(throws: Fault.self) { try SchoolCalendar(name: "x", terms: terms) }
    #expect(fault?.code == .calendarInvalid)
    #expect(fault?.place == entry.place)
    #expect(fault?.message == entry.message)
    #expect(fault?.hint != nil)
  }

  @Test func aTermOrABankHolidayThatStandsTwiceIsRefused() throws {
    let autumn = try Self.term("2026/27", .autumn, ("2026-09-02", "2026-12-18"), nil)
    let again = try Self.term("2026/27", .autumn, ("2027-01-02", "2027-02-18"), nil)
    let fault = #expect(throws: Fault.self) { try SchoolCalendar(name: "x", terms: [autumn, again]) }
    #expect(fault?.message == "the autumn term 2026/27 stands twice")
    let christmas = SchoolCalendar.BankHoliday(
      date: try #require(CivilDate("2026-12-25")),
      name: "Christmas Day"
    )
    let twice = #expect(throws: Fault.self) {
      try SchoolCalendar(name: "x", terms: [], bankHolidays: [christmas, christmas])
    }
    #expect(twice?.place == "bank_holidays[1]")
  }
}
