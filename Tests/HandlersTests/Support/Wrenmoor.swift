// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Vocabulary

/// A made-up area small enough to know by heart.
enum Wrenmoor {
  static let school = SettingID("990001")
  static let nursery = SettingID("EY990002")
  static let screener = "elsec.open-demo"
  /// The Monday that opens ``week`` is two weeks after the screenings.
  static let testDate = day(2026, 11, 16)
  static let week = SchoolWeek(containing: day(2026, 11, 30))
  static let birthDate = day(2022, 9, 15)

  static let settings = [
    SettingRecord(
      id: Self.school,
      kind: .school,
      name: "Wrenmoor School",
      phase: .primary,
      latitude: 52.40,
      longitude: -1.50,
      rooms: 2
    ),
    SettingRecord(
      id: Self.nursery,
      kind: .earlyYears,
      name: "Wrenmoor Nursery",
      phase: .nursery,
      latitude: 52.42,
      longitude: -1.52
    ),
  ]

  static let staff = [
    Self.person("P1", skills: ["screen", "group"]), Self.person("P2", skills: ["screen", "group"]),
    Self.person("T1", role: "therapist", skills: ["therapist"]),
  ]

  static func person(_ id: String, role: String = "practitioner", skills: [String]) -> StaffRecord {
    StaffRecord(
      id: StaffID(id),
      name: "Staff \(id)",
      role: role,
      skills: skills,
      base: "office",
      baseLatitude: 52.41,
      baseLongitude: -1.51,
      contractedMinutes: 2220,
      contactMinutes: 300,
      shifts: "08:30-16:30"
    )
  }

  static let calendar = [
    Self.days(.term, day(2026, 9, 2), day(2026, 12, 18), "Autumn term"),
    Self.days(.halfTerm, day(2026, 10, 26), day(2026, 10, 30), "Autumn half-term"),
    Self.days(.term, day(2027, 1, 4), day(2027, 3, 25), "Spring term"),
  ]

  static func days(_ kind: CalendarKind, _ from: CivilDate, _ to: CivilDate, _ title: String)
    -> CalendarEntryRecord
  {
    CalendarEntryRecord(id: "\(kind.rawValue)@\(from)", kind: kind, from: from, to: to, title: title)
  }

  /// Seven children of one year at the school, one of another year, one at the nursery.
  static let children =
    (1...7).map { Self.child("c\($0)") } + [
      Self.child("older", born: day(2021, 10, 10)), Self.child("elsewhere", at: Self.nursery),
    ]

  static func child(
    _ id: String,
    at setting: SettingID = Wrenmoor.school,
    born: CivilDate = Wrenmoor.birthDate,
    languages: [String] = ["ENG"],
    learnsEnglishAsAdditional: Bool? = nil,
    optedOut: CivilDate? = nil
  ) -> ChildRecord {
    ChildRecord(
      id: ChildID(id),
      setting: setting,
      givenName: "Given \(id)",
      familyName: "Family \(id)",
      birthDate: born,
      homeLanguages: languages,
      learnsEnglishAsAdditional: learnsEnglishAsAdditional,
      optedOut: optedOut,
      optOutSource: optedOut.map { _ in "parent letter" }
    )
  }
}

func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
  CivilDate(year: year, month: month, day: day) ?? CivilDate(dayNumber: 0)
}

func drafts(_ children: [ChildRecord]) -> [ImportChildren.Draft] {
  children.map { ImportChildren.Draft(child: $0) }
}

extension Service {
  /// The area of ``Wrenmoor``, imported.
  static func ofWrenmoor(_ children: [ChildRecord] = Wrenmoor.children) async throws -> Service {
    let service = try await Service()
    try await service.run(ImportSettings.self, .init(settings: Wrenmoor.settings, apply: true))
    try await service.run(ImportStaff.self, .init(staff: Wrenmoor.staff, apply: true))
    try await service.run(ImportCalendar.self, .init(entries: Wrenmoor.calendar, apply: true))
    try await service.run(ImportChildren.self, .init(children: drafts(children), apply: true))
    return service
  }
}
