// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import Vocabulary

extension MadeUpService {
  /// Imports the area by the handlers: none of this has a method.
  func settle() async throws {
    let admin = self.person(.admin)
    _ = try await SetArea.run(.init(name: "Wrenmoor (made-up)"), in: self.practice, as: admin)
    _ = try await ImportSettings.run(.init(settings: Self.settings, apply: true), in: self.practice, as: admin)
    _ = try await ImportStaff.run(.init(staff: Self.staff, apply: true), in: self.practice, as: admin)
    _ = try await ImportCalendar.run(.init(entries: Self.calendar, apply: true), in: self.practice, as: admin)
    _ = try await ImportChildren.run(
      .init(children: Self.children.map { ImportChildren.Draft(child: $0) }, apply: true), in: self.practice, as: admin)
  }

  private static func day(_ text: String) -> CivilDate { CivilDate(text) ?? CivilDate(dayNumber: 0) }

  private static let settings = [
    SettingRecord(
      id: SettingID("990001"), kind: .school, name: "Wrenmoor School", phase: .primary, latitude: 52.40,
      longitude: -1.50, rooms: 2),
    SettingRecord(
      id: SettingID("EY990002"), kind: .earlyYears, name: "Wrenmoor Nursery", phase: .nursery, latitude: 52.42,
      longitude: -1.52),
  ]

  private static let staff = [
    ("P1", "practitioner", "group"), ("P2", "practitioner", "group"), ("T1", "therapist", "therapist"),
  ]
  .map { id, role, skill in
    StaffRecord(
      id: StaffID(id), name: "Staff \(id)", role: role, skills: [skill], base: "office", baseLatitude: 52.41,
      baseLongitude: -1.51, contractedMinutes: 2220, contactMinutes: 300, shifts: "08:30-16:30")
  }

  private static let calendar = [
    CalendarEntryRecord(
      id: "term@2026-09-02", kind: .term, from: MadeUpService.day("2026-09-02"), to: MadeUpService.day("2026-12-18"),
      title: "Autumn term")
  ]

  /// Seven children of one year at the school, `c8` at the nursery, `c9` opted out.
  private static let children = (1...9).map { number in
    ChildRecord(
      id: ChildID("c\(number)"), setting: SettingID(number == 8 ? "EY990002" : "990001"), givenName: "Given \(number)",
      familyName: "Family \(number)", birthDate: MadeUpService.day("2022-09-15"), homeLanguages: ["ENG"],
      optedOut: number == 9 ? MadeUpService.day("2026-10-01") : nil, optOutSource: number == 9 ? "letter" : nil)
  }
}
