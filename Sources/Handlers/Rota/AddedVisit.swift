// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Storage
import Vocabulary

extension Reading {
  /// Refuses a visit that could not be kept as it was asked for.
  ///
  /// - Throws: `record.not-found` for a setting or series that is not there; `record.not-valid`.
  func check(added visit: RotaProblem.Visit, in week: SchoolWeek) throws {
    func refuse(_ message: String, _ hint: String) -> Fault {
      Fault(.notValid, message, at: "visit \(visit.id)", maybe: hint)
    }
    guard try self.visit(visit.id) == nil else {
      throw refuse("there is a visit with this id", "give the new visit an id of its own")
    }
    let setting = SettingID(visit.place.rawValue)
    guard try self.setting(setting) != nil else {
      throw Fault(.notFound, "there is no setting '\(setting)'", maybe: "see 'elsec settings list'")
    }
    if let series = visit.series, try self.series(series) == nil {
      throw Fault(.notFound, "there is no series '\(series)'", at: "visit \(visit.id)", maybe: "leave the series out")
    }
    guard (5...480).contains(visit.minutes), (0...1_000_000).contains(visit.weight) else {
      throw refuse(
        "it takes \(visit.minutes) minutes and weighs \(visit.weight)", "5 to 480 minutes, a weight of 0 to 1000000")
    }
    guard visit.preferWindows.isEmpty, visit.forbidStaff.isEmpty, visit.pin == nil else {
      throw refuse(
        "preferred windows, forbidden people and pins of an added visit are not kept in a store",
        "narrow its windows, or pin it afterwards with 'elsec rota pin'")
    }
    guard Set(visit.after.map(\.gapMinutes)).count <= 1, visit.after.allSatisfy({ $0.gapMinutes >= 0 }) else {
      throw refuse("the visits it comes after have different or negative gaps", "give them one gap")
    }
    guard visit.windows.contains(where: { $0.end - $0.start >= visit.minutes }) else {
      throw refuse("none of its windows holds \(visit.minutes) minutes", "give a longer window")
    }
    let calendar = try self.schoolCalendar()
    for window in visit.windows {
      let date = week.day(window.day)
      if let reason = calendar.noSchool(on: date, at: setting) {
        throw refuse("\(setting) has no school on \(date) (\(reason))", "give windows on other days")
      }
    }
  }
}

extension DemandVisitRecord {
  /// A visit of a rota as one that the manager asks for.
  init(added visit: RotaProblem.Visit, in week: SchoolWeek, reason: String) {
    self.init(
      id: visit.id, series: visit.series, setting: SettingID(visit.place.rawValue), week: week, kind: visit.kind,
      minutes: visit.minutes, slots: visit.slots.map { $0.sorted().joined(separator: " ") },
      windows: visit.windows.map { window in
        "\(week.day(window.day)) \(RotaProblem.clock(window.start))-\(RotaProblem.clock(window.end))"
      }.joined(separator: ";"),
      weight: visit.weight, preferStaff: visit.preferStaff.map(\.rawValue), after: visit.after.map(\.visit),
      gapMinutes: visit.after.first?.gapMinutes ?? 0, reason: reason, source: .manager)
  }
}
