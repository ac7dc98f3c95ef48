// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Storage
import Vocabulary

extension Reading {
  /// Everyone who works in the week, with shifts, absences and the limits of the rules where their own record
  /// has none.
  ///
  /// - Throws: `record.not-valid` for shifts that can't be read.
  func team(in week: SchoolWeek, _ rules: WeekRules) throws -> [WeeklyStaff] {
    let absences = Dictionary(
      grouping: try self.absences(from: week.monday, to: week.day(6)), by: \.staff)
    return try self.staff(on: week.monday).filter { !$0.shifts.isEmpty }.map { person in
      guard let times = WeekTimes(person.shifts) else {
        throw Fault(
          .notValid, "the shifts of \(person.id) can't be read", at: "staff \(person.id)",
          maybe: "import the staff again with shifts such as 08:30-16:30")
      }
      let base = PlaceID(person.base ?? "base")
      return WeeklyStaff(
        id: person.id, name: person.name, role: person.role, skills: Set(person.skills),
        shifts: times.spans.map {
          WeeklyStaff.Shift(weekday: $0.weekday, start: $0.start, end: $0.end, from: base, to: base)
        },
        absences: try (absences[person.id] ?? []).map { try $0.absence },
        weekMinutes: person.contractedMinutes ?? rules.weekMinutes,
        contactMinutes: person.contactMinutes ?? rules.contactMinutes, rest: rules.rest,
        isTermTimeOnly: person.termTimeOnly)
    }
  }

  /// Every setting and every base, as places of a rota.
  func places(for team: [StaffRecord]) throws -> [RotaProblem.Place] {
    let settings = try self.settings()
    var places = settings.map { setting in
      RotaProblem.Place(
        id: PlaceID(setting.id.rawValue), name: setting.name, coordinate: setting.coordinate,
        rooms: setting.rooms)
    }
    var known = Set(places.map(\.id))
    for person in team {
      let id = PlaceID(person.base ?? "base")
      guard known.insert(id).inserted else { continue }
      let coordinate = person.baseLatitude.flatMap { latitude in
        person.baseLongitude.flatMap { Coordinate(latitude: latitude, longitude: $0) }
      }
      places.append(RotaProblem.Place(id: id, name: id.rawValue, coordinate: coordinate, rooms: 99))
    }
    return places
  }
}

extension SettingRecord {
  var coordinate: Coordinate? {
    self.latitude.flatMap { latitude in
      self.longitude.flatMap { Coordinate(latitude: latitude, longitude: $0) }
    }
  }
}

extension StaffAbsenceRecord {
  /// - Throws: `store.corrupt` for hours that can't be read.
  fileprivate var absence: WeeklyStaff.Absence {
    get throws {
      guard !self.hours.isEmpty else { return WeeklyStaff.Absence(days: self.from...self.to) }
      let ends = self.hours.split(separator: "-").compactMap { TimeOfDay($0) }
      guard ends.count == 2, ends[0] <= ends[1] else {
        throw Fault(.storeCorrupt, "the hours of an absence can't be read", at: "absence \(self.id)")
      }
      return WeeklyStaff.Absence(days: self.from...self.to, hours: ends[0]...ends[1])
    }
  }
}
