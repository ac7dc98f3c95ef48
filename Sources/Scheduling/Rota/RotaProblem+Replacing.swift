// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension RotaProblem {
  /// The same problem with some of its parts replaced; what is `nil` stays.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.problem-invalid` when the parts no longer fit together.
  public func replacing(
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
}

extension RotaProblem.Staff {
  /// The same person with some parts replaced; what is `nil` stays, so that no limit can be taken away.
  public func replacing(
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
  /// The same visit with some parts replaced; what is `nil` stays.
  ///
  /// - Parameter pin: `.some(nil)` takes the pin away.
  public func replacing(
    windows: [RotaProblem.Window]? = nil,
    weight: Int? = nil,
    preferStaff: [StaffID]? = nil,
    forbidStaff: Set<StaffID>? = nil,
    after: [RotaProblem.Precedence]? = nil,
    pin: RotaProblem.Pin?? = nil
  ) -> Self {
    Self(
      id: self.id,
      place: self.place,
      minutes: self.minutes,
      kind: self.kind,
      slots: self.slots,
      windows: windows ?? self.windows,
      weight: weight ?? self.weight,
      preferStaff: preferStaff ?? self.preferStaff,
      forbidStaff: forbidStaff ?? self.forbidStaff,
      preferWindows: self.preferWindows,
      series: self.series,
      after: after ?? self.after,
      pin: pin ?? self.pin
    )
  }
}
