// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension RotaProblem {
  /// What a problem may hold at most. With these, no sum of minutes or cost points can overflow `Int`.
  package enum Limit {
    package static let days = 366
    package static let places = 20_000
    package static let staff = 20_000
    package static let visits = 100_000
    package static let slots = 20
    package static let minutesOfDay = 1_440
    /// A journey of a week; longer ones are taken for a slip.
    package static let travelMinutes: Int32 = 10_080
    /// Limits of a week's work, and gaps between visits either way: the minutes of a year.
    package static let minutesOfYear = 527_040
    package static let visitWeight = 1_000_000_000
    package static let unitWeight = 1_000_000
    /// How far off the horizon a published visit may lie.
    package static let publishedDay = 1_000_000
  }

  /// Throws `rota.problem-invalid` at the first thing that does not fit the rest; the order is that of the
  /// file format: horizon, places, travel, staff, visits, series, published, weights.
  ///
  /// `published` may name visits and people that are no longer there: such entries cost nothing.
  func checkConsistency() throws {
    try Self.require(self.horizon.days, in: 1...Limit.days, at: "horizon.days")
    try Self.require(self.horizon.step, in: 1...Limit.minutesOfDay, at: "horizon.step")
    try Self.require(self.places.count, in: 0...Limit.places, at: "places", noun: "the number of places")
    try Self.require(self.staff.count, in: 0...Limit.staff, at: "staff", noun: "the number of staff")
    try Self.require(self.visits.count, in: 0...Limit.visits, at: "visits", noun: "the number of visits")
    for (position, place) in self.places.enumerated() {
      try Self.require(place.rooms, in: 0...Limit.visits, at: "places[\(position)].rooms")
    }
    try self.checkTravel()
    for (position, person) in self.staff.enumerated() { try self.check(person, at: "staff[\(position)]") }
    for (position, visit) in self.visits.enumerated() { try self.check(visit, at: "visits[\(position)]") }
    for (position, series) in self.series.enumerated() {
      try Self.require(series.gapDays, in: 0...Limit.days, at: "series[\(position)].gap_days")
    }
    for (position, held) in self.published.enumerated() {
      let path = "published.assignments[\(position)]"
      try Self.require(held.day, in: -Limit.publishedDay...Limit.publishedDay, at: "\(path).day")
      try Self.require(held.start, in: 0...Limit.minutesOfDay, at: "\(path).start")
    }
    try self.weights.check()
  }

  private func checkTravel() throws {
    guard self.travel.count == self.places.count else {
      throw Self.fault(
        "the travel table is for \(self.travel.count) places, there are \(self.places.count)",
        at: "travel.minutes",
        maybe: "give one row and one column for every place, in the order of places"
      )
    }
    if let slow = self.travel.minutes.firstIndex(where: { $0 > Limit.travelMinutes }) {
      throw Self.fault(
        "a journey takes \(self.travel.minutes[slow]) minutes; at most \(Limit.travelMinutes) are allowed",
        at: "travel.minutes[\(slow / self.travel.count)][\(slow % self.travel.count)]"
      )
    }
  }

  private func check(_ person: Staff, at path: String) throws {
    var days: Set<Int> = []
    for (position, shift) in person.shifts.enumerated() {
      let here = "\(path).shifts[\(position)]"
      try self.check(Window(day: shift.day, start: shift.start, end: shift.end), at: here)
      guard days.insert(shift.day).inserted else {
        throw Self.fault(
          "day \(shift.day) has a second shift",
          at: "\(here).day",
          maybe: "give one shift a day, from the first hour to the last, and a break"
        )
      }
      for (place, key) in [(shift.from, "from"), (shift.to, "to")] where self.placeIndex[place] == nil {
        throw Self.unknown("place", place.rawValue, at: "\(here).\(key)")
      }
    }
    if let limit = person.weekMinutes {
      try Self.require(limit, in: 0...Limit.minutesOfYear, at: "\(path).week_minutes")
    }
    if let limit = person.contactMinutes {
      try Self.require(limit, in: 0...Limit.minutesOfYear, at: "\(path).contact_minutes")
    }
    guard let rest = person.rest else { return }
    try Self.require(rest.minutes, in: 1...Limit.minutesOfDay, at: "\(path).break.minutes")
    try Self.require(rest.earliest, in: 0...Limit.minutesOfDay, at: "\(path).break.earliest")
    try Self.require(rest.latest, in: 0...Limit.minutesOfDay, at: "\(path).break.latest")
    try Self.require(rest.shiftOver, in: 0...Limit.minutesOfDay, at: "\(path).break.shift_over")
  }

  private func check(_ visit: Visit, at path: String) throws {
    guard self.placeIndex[visit.place] != nil else {
      throw Self.unknown("place", visit.place.rawValue, at: "\(path).place")
    }
    try Self.require(visit.minutes, in: 1...Limit.minutesOfDay, at: "\(path).minutes")
    try Self.require(visit.slots.count, in: 1...Limit.slots, at: "\(path).slots", noun: "the number of slots")
    for (position, window) in visit.windows.enumerated() {
      try self.check(window, at: "\(path).windows[\(position)]")
    }
    try Self.require(visit.weight, in: 0...Limit.visitWeight, at: "\(path).weight")
    for (position, person) in visit.preferStaff.enumerated() where self.staffIndex[person] == nil {
      throw Self.unknown("person", person.rawValue, at: "\(path).prefer_staff[\(position)]")
    }
    if let person = visit.forbidStaff.filter({ self.staffIndex[$0] == nil }).min() {
      throw Self.unknown("person", person.rawValue, at: "\(path).forbid_staff")
    }
    for (position, window) in visit.preferWindows.enumerated() {
      try self.check(window, at: "\(path).prefer_windows[\(position)]")
    }
    if let series = visit.series, self.seriesIndex[series] == nil {
      throw Self.unknown("series", series.rawValue, at: "\(path).series")
    }
    for (position, earlier) in visit.after.enumerated() {
      let here = "\(path).after[\(position)]"
      guard self.visitIndex[earlier.visit] != nil else {
        throw Self.unknown("visit", earlier.visit.rawValue, at: "\(here).visit")
      }
      let gaps = -Limit.minutesOfYear...Limit.minutesOfYear
      try Self.require(earlier.gapMinutes, in: gaps, at: "\(here).gap_minutes")
    }
    if let pin = visit.pin { try self.check(pin, of: visit, at: "\(path).pin") }
  }

  private func check(_ pin: Pin, of visit: Visit, at path: String) throws {
    if let people = pin.staff {
      for (position, person) in people.enumerated() where self.staffIndex[person] == nil {
        throw Self.unknown("person", person.rawValue, at: "\(path).staff[\(position)]")
      }
      guard people.count == visit.slots.count else {
        throw Self.fault(
          "the pin names \(people.count) people, the visit needs \(visit.slots.count)",
          at: "\(path).staff",
          maybe: "name one person for every slot, in the order of the slots"
        )
      }
    }
    if let day = pin.day { try Self.require(day, in: 0...self.horizon.days - 1, at: "\(path).day") }
    if let start = pin.start { try Self.require(start, in: 0...Limit.minutesOfDay, at: "\(path).start") }
  }

  private func check(_ window: Window, at path: String) throws {
    try Self.require(window.day, in: 0...self.horizon.days - 1, at: "\(path).day")
    try Self.require(window.start, in: 0...Limit.minutesOfDay, at: "\(path).start")
    try Self.require(window.end, in: 0...Limit.minutesOfDay, at: "\(path).end")
    guard window.start < window.end else {
      throw Self.fault(
        "it ends at minute \(window.end) and starts at minute \(window.start)",
        at: path,
        maybe: "the end must be later than the start; a stretch over midnight needs two days"
      )
    }
  }

  fileprivate static func require(
    _ value: Int,
    in range: ClosedRange<Int>,
    at path: String,
    noun: String = "the value"
  ) throws {
    guard !range.contains(value) else { return }
    let (low, high) = (range.lowerBound, range.upperBound)
    throw self.fault("\(noun) is \(value); it must lie in \(low) to \(high)", at: path)
  }

  private static func unknown(_ noun: String, _ id: String, at path: String) -> Fault {
    self.fault("there is no \(noun) '\(id)'", at: path, maybe: "check the spelling, or add the \(noun)")
  }

  private static func fault(_ message: String, at path: String, maybe hint: String? = nil) -> Fault {
    Fault(.rotaProblemInvalid, message, at: path, maybe: hint)
  }
}

extension RotaProblem.Weights {
  fileprivate func check() throws {
    let named = [
      ("travel", self.travel), ("prefer_staff", self.preferStaff), ("series_staff", self.seriesStaff),
      ("prefer_window", self.preferWindow), ("balance", self.balance), ("changed_staff", self.changedStaff),
      ("changed_day", self.changedDay), ("changed_start", self.changedStart), ("shift", self.shift),
    ]
    for (name, value) in named {
      try RotaProblem.require(value, in: 0...RotaProblem.Limit.unitWeight, at: "weights.\(name)")
    }
  }
}
