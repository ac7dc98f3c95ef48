// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct WeeklyStaffTests {
  typealias Samples = DemandSamples
  static let base = PlaceID("base")

  static func time(_ text: String) throws -> TimeOfDay { try #require(TimeOfDay(text)) }

  static func person(
    _ id: String = "p1",
    absences: [WeeklyStaff.Absence] = [],
    termTime: Bool = false,
    contact: Int? = nil,
    skills: Set<String> = ["group", "screen", "therapist"]
  ) throws -> WeeklyStaff {
    WeeklyStaff(
      id: StaffID(id),
      name: id,
      role: "practitioner",
      skills: skills,
      shifts: try (1...5).map {
        .init(
          weekday: $0,
          start: try self.time("08:30"),
          end: try self.time("16:30"),
          from: self.base,
          to: self.base
        )
      },
      absences: absences,
      contactMinutes: contact,
      rest: .init(minutes: 30, earliest: 690, latest: 825, shiftOver: 360),
      isTermTimeOnly: termTime
    )
  }

  private func shifts(_ person: WeeklyStaff, _ week: String = "2026-W49") throws -> [String] {
    person.shifts(in: try Samples.week(week), calendar: try Samples.calendar()).map {
      "\($0.day) \(RotaProblem.clock($0.start))-\(RotaProblem.clock($0.end))"
    }
  }

  @Test func aPlainWeekHasFiveShifts() throws {
    #expect(try shifts(try Self.person()) == (0..<5).map { "\($0) 08:30-16:30" })
  }

  @Test func absencesAreTakenOff() throws {
    let monday = try Samples.date("2026-11-30")
    let away: [WeeklyStaff.Absence] = [
      .init(days: monday...monday),
      .init(
        days: monday.adding(days: 1)...monday.adding(days: 1),
        hours: try Self.time("08:00")...(try Self.time("12:00"))
      ),
      .init(
        days: monday.adding(days: 2)...monday.adding(days: 2),
        hours: try Self.time("11:00")...(try Self.time("12:00"))
      ),
      .init(
        days: monday.adding(days: 3)...monday.adding(days: 3),
        hours: try Self.time("08:00")...(try Self.time("17:00"))
      ),
    ]
    #expect(
      try shifts(try Self.person(absences: away)) == ["1 12:00-16:30", "2 12:00-16:30", "4 08:30-16:30"]
    )
  }

  @Test func nobodyWorksOnABankHoliday() throws {
    #expect(try shifts(try Self.person(), "2026-W52").count == 4)
  }

  @Test func termTimeStaffHaveTheHolidaysOff() throws {
    #expect(try shifts(try Self.person(termTime: true), "2026-W44").isEmpty)
    #expect(try shifts(try Self.person(), "2026-W44").count == 5)
    #expect(try shifts(try Self.person(termTime: true)).count == 5)
  }

  @Test func visitMinutesAreEstimatedFromTheShifts() throws {
    let (week, calendar) = (try Samples.week("2026-W49"), try Samples.calendar())
    #expect(try Self.person().person(in: week, calendar: calendar).minutes == 5 * (450 * 75 / 100))
    #expect(try Self.person(contact: 300).person(in: week, calendar: calendar).minutes == 1500)
    #expect(try Self.person().person(in: week, calendar: calendar, travelPercent: 0).minutes == 2250)
  }
}
