// SPDX-License-Identifier: Apache-2.0

import Exchange
import Testing
import Vocabulary

struct StaffRowTests {
  static let cells = [("id", "p1"), ("name", "Asha"), ("role", "practitioner"), ("base", "Town Hall")]

  @Test func aWholeRowIsRead() throws {
    let cells =
      Self.cells + [
        ("band", "4"), ("skills", "screen; group;screen;"), ("mon", "08:30-16:30"), ("tue", ""),
        ("wed", "08:30 - 12:30"), ("week_minutes", "2220"), ("contact_minutes", "270"),
        ("term_time_only", "yes"), ("email", "asha@place.example"), ("base_easting", "371300"),
        ("base_northing", "578400"),
      ]
    let row = try #require(Import<StaffRow>(file(cells), file: "f.csv").checked().first)
    #expect(row.band == 4)
    #expect(row.skills == ["group", "screen"])
    #expect(row.shifts.map(\.description) == ["mon 08:30-16:30", "wed 08:30-12:30"])
    #expect((row.weekMinutes, row.contactMinutes) == (2220, 270))
    #expect(row.isTermTimeOnly)
    #expect(row.baseCoordinate != nil)
    #expect(row.email == "asha@place.example")
  }

  @Test(arguments: [
    Wrong(column: "id", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "name", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "role", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "base", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "band", value: "1", message: "the cell is not a whole number from 2 to 9"),
    Wrong(column: "mon", value: "8:30-16:30", message: "the cell is not a shift"),
    Wrong(column: "fri", value: "16:30-08:30", message: "the cell is not a shift"),
    Wrong(column: "week_minutes", value: "37h", message: "the cell is not a whole number from 0 to 3600"),
    Wrong(column: "contact_minutes", value: "1441", message: "the cell is not a whole number from 0 to 1440"),
    Wrong(column: "term_time_only", value: "term", message: "the cell is not yes or no"),
    Wrong(column: "email", value: "asha at place", message: "the cell is not an e-mail address"),
    Wrong(column: "base_lat", value: "north", message: "the cell is not a number from -90.0 to 90.0"),
    Wrong(column: "base_easting", value: "x", message: "the cell is not a whole number from 0 to 700000"),
  ]) func saysWhatIsWrong(_ wrong: Wrong) { expect(StaffRow.self, Self.cells, wrong) }
}

struct AbsenceRowTests {
  static let cells = [("staff_id", "p1"), ("from", "2026-12-03")]

  @Test func aDayAndAPartOfADayAreRead() throws {
    let whole = try #require(Import<AbsenceRow>(file(Self.cells), file: "f.csv").checked().first)
    #expect(whole.to == whole.from)
    #expect(whole.kind == "away")
    let cells = Self.cells + [("start", "12:30"), ("end", "16:30"), ("kind", "training")]
    let part = try #require(Import<AbsenceRow>(file(cells), file: "f.csv").checked().first)
    #expect(part.start?.minute == 750)
    #expect(part.kind == "training")
  }

  @Test(arguments: [
    Wrong(column: "staff_id", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "from", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "from", value: "Monday", message: "the cell is not a date"),
    Wrong(
      column: "to",
      value: "2026-12-02",
      message: "the last day is before the first",
      code: .importContradiction
    ),
    Wrong(column: "start", value: "noon", message: "the cell is not a time of day"),
    Wrong(column: "end", value: "24:00", message: "the cell is not a time of day"),
  ]) func saysWhatIsWrong(_ wrong: Wrong) { expect(AbsenceRow.self, Self.cells, wrong) }

  @Test func hoursNeedBothEndsInOrderOnOneDay() {
    func messages(_ more: [(String, String)]) -> [String] {
      Import<AbsenceRow>(file(Self.cells + more), file: "f.csv").problems.map(\.fault.message)
    }
    #expect(messages([("start", "12:30"), ("end", "")]) == ["the cell is empty"])
    #expect(messages([("start", "12:30"), ("end", "12:30")]) == ["the time away ends before it starts"])
    #expect(
      messages([("start", "12:30"), ("end", "13:30"), ("to", "2026-12-04")])
        == ["hours are given for more than one day"]
    )
  }
}

struct CalendarRowTests {
  static let cells = [("date", "2026-12-25"), ("kind", "bank-holiday"), ("title", "Christmas Day")]

  @Test func entriesAreRead() throws {
    let row = try #require(Import<CalendarRow>(file(Self.cells), file: "f.csv").checked().first)
    #expect(row.kind == .bankHoliday)
    #expect(row.to == row.date)
    #expect(row.setting == nil)
  }

  @Test(arguments: [
    Wrong(column: "date", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "date", value: "2026-02-29", message: "'2026-02-29' is not a date"),
    Wrong(column: "kind", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "kind", value: "party", message: "'party' is not a kind of calendar entry"),
    Wrong(column: "title", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(
      column: "to",
      value: "2026-12-24",
      message: "the last day 2026-12-24 is before the first, 2026-12-25",
      code: .importContradiction
    ),
    Wrong(
      column: "setting",
      value: "all",
      message: "a setting is named by a URN (six digits) or an Ofsted number (EY and digits)",
      code: .malformed
    ),
  ]) func saysWhatIsWrong(_ wrong: Wrong) { expect(CalendarRow.self, Self.cells, wrong) }

  @Test func aClosureNamesItsSetting() {
    let cells = [("date", "2026-12-01"), ("kind", "closure"), ("setting", ""), ("title", "flood")]
    let read = Import<CalendarRow>(file(cells), file: "f.csv")
    #expect(read.problems.map(\.fault.place) == ["f.csv:2:setting"])
  }
}

struct ScreeningRowTests {
  static let cells = [
    ("child_ref", "c1"), ("test_date", "2026-10-05"), ("U1", "C"), ("U2", ""), ("E1", "ALW"),
  ]

  @Test func everyOtherColumnIsAnAnswerAndEmptyIsNone() throws {
    let read = Import<ScreeningRow>(file(Self.cells), file: "f.csv")
    let row = try #require(read.checked().first)
    #expect(row.answers == [.init(column: "U1", text: "C"), .init(column: "E1", text: "ALW")])
    #expect(read.notes.isEmpty)
  }

  @Test func itemsOfAnotherSystemCanBeMapped() throws {
    let text = "Pupil,Date,Q1\nc1,2026-10-05,1\n"
    let mapping = ["Pupil": "child_ref", "Date": "test_date"]
    let row = try #require(
      Import<ScreeningRow>(Array(text.utf8), file: "f.csv", mapping: mapping).checked().first
    )
    #expect(row.child == "c1")
    #expect(row.answers.map(\.column) == ["Q1"])
  }

  @Test(arguments: [
    Wrong(column: "child_ref", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "test_date", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "test_date", value: "5 Oct", message: "the cell is not a date"),
    Wrong(column: "birth_date", value: "2022", message: "the cell is not a date"),
    Wrong(column: "weeks_gestation", value: "60", message: "the cell is not a whole number from 22 to 44"),
    Wrong(
      column: "not_screened",
      value: "absent",
      message: "the row has answers and a reason for having none",
      code: .importContradiction
    ),
  ]) func saysWhatIsWrong(_ wrong: Wrong) { expect(ScreeningRow.self, Self.cells, wrong) }

  @Test func aTestBeforeBirthIsRefused() {
    let read = Import<ScreeningRow>(file(Self.cells, "birth_date", "2026-11-01"), file: "f.csv")
    #expect(read.problems.map(\.fault.message) == ["the test date is before the birth date"])
  }

  @Test func noAnswersNeedAReason() throws {
    let cells = [("child_ref", "c1"), ("test_date", "2026-10-05"), ("U1", "")]
    let read = Import<ScreeningRow>(file(cells), file: "f.csv")
    #expect(read.problems.map(\.fault.message) == ["the row has no answers and no reason"])
    let told = Import<ScreeningRow>(file(cells, "not_screened", "absent"), file: "f.csv")
    #expect(try told.checked().first?.notScreened == "absent")
  }
}
