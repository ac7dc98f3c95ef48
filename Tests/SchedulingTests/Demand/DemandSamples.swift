// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// A small area in the autumn of 2026: two nurseries, a school, and a team of three.
enum DemandSamples {
  static let oak = SettingID("100001")
  static let elm = SettingID("100002")
  static let ash = SettingID("100003")

  static func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }
  static func week(_ text: String) throws -> SchoolWeek { try #require(SchoolWeek(text)) }

  static func calendar(
    insetDays: [SchoolCalendar.InsetDay] = [],
    closures: [SchoolCalendar.Closure] = []
  ) throws -> SchoolCalendar {
    try SchoolCalendar(
      name: "sample",
      terms: [
        .init(
          year: try #require(AcademicYear("2026/27")),
          term: .autumn,
          days: try self.date("2026-09-02")...(try self.date("2026-12-18")),
          halfTerm: try self.date("2026-10-26")...(try self.date("2026-10-30"))
        ),
        .init(
          year: try #require(AcademicYear("2026/27")),
          term: .spring,
          days: try self.date("2027-01-04")...(try self.date("2027-03-25"))
        ),
      ],
      bankHolidays: [.init(date: try self.date("2026-12-25"), name: "Christmas Day")],
      insetDays: insetDays,
      closures: closures
    )
  }

  static let team: [DemandInputs.Person] = [
    .init(id: StaffID("p1"), skills: ["group", "screen"], minutes: 900),
    .init(id: StaffID("p2"), skills: ["group", "screen"], minutes: 900),
    .init(id: StaffID("t1"), skills: ["therapist"], minutes: 600),
  ]

  static func inputs(
    _ children: [DemandInputs.Child] = [],
    week: String = "2026-W49",
    pathway: Pathway? = nil,
    calendar: SchoolCalendar? = nil,
    cohorts: [DemandInputs.Cohort] = [],
    standing: [DemandInputs.StandingVisit] = [],
    staff: [DemandInputs.Person] = team,
    settings: [DemandInputs.Setting]? = nil
  ) throws -> DemandInputs {
    DemandInputs(
      week: try self.week(week),
      calendar: try calendar ?? self.calendar(),
      pathway: try pathway ?? PathwaySamples.pathway(),
      sessionTimes: .init(
        otherwise: try WeekTimes(validating: "09:00-12:00;13:00-15:00"),
        byPhase: [.nursery: try WeekTimes(validating: "09:00-11:30")]
      ),
      settings: settings ?? [.init(id: self.oak, phase: .nursery), .init(id: self.elm), .init(id: self.ash)],
      children: children,
      cohorts: cohorts,
      standing: standing,
      staff: staff
    )
  }

  static func child(
    _ id: String,
    _ tier: String?,
    at setting: SettingID = oak,
    year: String = "N2",
    screened: String? = nil,
    progress: DemandInputs.Progress? = nil
  ) throws -> DemandInputs.Child {
    DemandInputs.Child(
      id: ChildID(id),
      setting: setting,
      months: nil,
      year: try NCYear(validating: year),
      tier: tier,
      lastScreened: screened.flatMap { CivilDate($0) },
      progress: progress
    )
  }

  static func children(
    _ count: Int,
    _ tier: String,
    at setting: SettingID = oak,
    year: String = "N2",
    from: Int = 1,
    progress: DemandInputs.Progress? = nil
  ) throws -> [DemandInputs.Child] {
    try (from..<from + count).map {
      try self.child("c\(padded($0, to: 2))", tier, at: setting, year: year, progress: progress)
    }
  }

  static func running(
    _ series: String = "g",
    programme: String = "early",
    since started: String,
    held: Int
  ) throws -> DemandInputs.Progress {
    .init(
      series: SeriesID(series),
      programme: ProgrammeID(programme),
      started: try self.week(started),
      sessionsHeld: held
    )
  }
}
