// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension RotaProblem {
  /// The same problem with some of its parts replaced.
  func with(
    places: [Place]? = nil,
    staff: [Staff]? = nil,
    visits: [Visit]? = nil,
    series: [Series]? = nil,
    published: [RotaAnswer.Assignment]? = nil,
    weights: Weights? = nil
  ) throws -> RotaProblem {
    try RotaProblem(
      name: self.name,
      horizon: self.horizon,
      places: places ?? self.places,
      travel: self.travel,
      staff: staff ?? self.staff,
      visits: visits ?? self.visits,
      series: series ?? self.series,
      published: published ?? self.published,
      weights: weights ?? self.weights
    )
  }

  func changing(_ id: StaffID, _ change: (Staff) throws -> Staff) throws -> RotaProblem {
    var staff = self.staff
    let position = try Self.known(self.staffIndex[id], "person", id.rawValue)
    staff[position] = try change(staff[position])
    return try self.with(staff: staff)
  }

  func changing(_ id: VisitID, _ change: (Visit) throws -> Visit) throws -> RotaProblem {
    var visits = self.visits
    let position = try Self.known(self.visitIndex[id], "visit", id.rawValue)
    visits[position] = try change(visits[position])
    return try self.with(visits: visits)
  }

  func changing(_ id: SeriesID, _ change: (Series) -> Series) throws -> RotaProblem {
    var series = self.series
    let position = try Self.known(self.seriesIndex[id], "series", id.rawValue)
    series[position] = change(series[position])
    return try self.with(series: series)
  }

  static func known<Value>(_ value: Value?, _ noun: String, _ id: String) throws -> Value {
    guard let value else { throw Fault(.rotaProblemInvalid, "there is no \(noun) '\(id)' to change", at: id) }
    return value
  }

  /// The name of a person, a place or a visit's place for words; its id where the problem does not know it.
  func name(of staff: StaffID) -> String { self.staffIndex[staff].map { self.staffName($0) } ?? staff.rawValue }
  func name(of place: PlaceID) -> String { self.placeIndex[place].map { self.placeName($0) } ?? place.rawValue }
}

extension RotaProblem.Staff {
  func with(
    skills: Set<String>? = nil,
    shifts: [RotaProblem.Shift]? = nil,
    weekMinutes: Int? = nil,
    contactMinutes: Int? = nil,
    rest: RotaProblem.Break? = nil
  ) -> Self {
    Self(
      id: self.id,
      name: self.name,
      role: self.role,
      skills: skills ?? self.skills,
      shifts: shifts ?? self.shifts,
      weekMinutes: weekMinutes ?? self.weekMinutes,
      contactMinutes: contactMinutes ?? self.contactMinutes,
      rest: rest ?? self.rest
    )
  }
}

extension RotaProblem.Visit {
  func with(
    windows: [RotaProblem.Window]? = nil,
    weight: Int? = nil,
    forbidStaff: Set<StaffID>? = nil,
    after: [RotaProblem.Precedence]? = nil,
    isPinned: Bool = true
  ) -> Self {
    Self(
      id: self.id,
      place: self.place,
      minutes: self.minutes,
      kind: self.kind,
      slots: self.slots,
      windows: windows ?? self.windows,
      weight: weight ?? self.weight,
      preferStaff: self.preferStaff,
      forbidStaff: forbidStaff ?? self.forbidStaff,
      preferWindows: self.preferWindows,
      series: self.series,
      after: after ?? self.after,
      pin: isPinned ? self.pin : nil
    )
  }
}

/// `1 more minute`, `25 more minutes`
func more(_ minutes: Int) -> String { minutes == 1 ? "1 more minute" : "\(minutes) more minutes" }
