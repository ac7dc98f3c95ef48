// SPDX-License-Identifier: Apache-2.0

import Exchange
import Handlers
import Storage
import Vocabulary

/// Rows of imported files as the records that are kept of them.
extension SettingRecord {
  init(_ row: SettingRow, source: String) {
    let place = row.coordinate
    self.init(
      id: row.reference.id, kind: row.reference.kind, name: row.name, phase: row.phase, postcode: row.postcode,
      easting: row.grid?.easting, northing: row.grid?.northing, latitude: place?.latitude,
      longitude: place?.longitude, localAuthority: row.localAuthorityCode, pupils: row.pupils,
      rooms: row.rooms ?? 1, sessions: row.sessions.map(\.description).joined(separator: ";"),
      agreement: row.agreement, source: source.split(separator: "/").last.map(String.init) ?? source)
  }
}

extension SettingReference {
  var kind: SettingKind {
    switch self {
    case .urn: .school
    case .ey: .earlyYears
    }
  }
}

extension StaffRecord {
  init(_ row: StaffRow) {
    self.init(
      id: row.id, name: row.name, role: row.role, band: row.band.map { "\($0)" }, skills: row.skills,
      base: row.base, baseLatitude: row.baseCoordinate?.latitude, baseLongitude: row.baseCoordinate?.longitude,
      contractedMinutes: row.weekMinutes, contactMinutes: row.contactMinutes, termTimeOnly: row.isTermTimeOnly,
      shifts: Self.weekTimes(row.shifts)?.text ?? "")
  }
}

extension StaffRecord {
  /// `nil` for someone without hours.
  private static func weekTimes(_ shifts: [StaffRow.Shift]) -> WeekTimes? {
    let spans = shifts.compactMap {
      WeekTimes.Span(weekday: $0.weekday, start: $0.hours.start, end: $0.hours.end)
    }
    return try? WeekTimes(spans)
  }
}

extension ImportChildren.Draft {
  /// - Parameter today: when a child was opted out, where the file does not say.
  init(_ row: ChildRow, today: CivilDate) {
    self.init(
      child: ChildRecord(
        id: ChildID(row.reference), setting: row.setting.id, givenName: row.givenName,
        familyName: row.familyName, birthDate: row.birthDate, sex: row.sex,
        homeLanguages: row.homeLanguage.map { [$0.text] } ?? [],
        learnsEnglishAsAdditional: row.hasAdditionalLanguage, freeSchoolMeals: row.hasFreeSchoolMeals,
        senStatus: row.sen.flatMap { SENStatus(rawValue: $0.rawValue) },
        deprivationDecile: row.deprivationDecile, weeksGestation: row.weeksGestation,
        englishExposure: row.englishExposure, monthsInEnglish: row.monthsInEnglish,
        yearGroupOverride: row.recordedYear, optedOut: row.optedOut ? row.optedOutOn ?? today : nil,
        optOutSource: row.optedOut ? "import" : nil, diedOn: row.diedOn),
      upn: row.upn, nhsNumber: row.nhsNumber)
  }
}

extension CalendarEntryRecord {
  init(_ row: CalendarRow, source: String) {
    self.init(
      id: row.identity ?? "", kind: CalendarKind(rawValue: row.kind.rawValue) ?? .closure, from: row.date,
      to: row.to, title: row.title, setting: row.setting?.id,
      source: source.split(separator: "/").last.map(String.init) ?? source)
  }
}

extension TravelMinutesRecord {
  init(_ row: TravelRow) {
    self.init(
      origin: row.origin, destination: row.destination, minutes: row.minutes, source: row.source,
      asAt: row.date)
  }
}
