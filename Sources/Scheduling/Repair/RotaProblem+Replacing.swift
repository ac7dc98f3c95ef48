// SPDX-License-Identifier: Apache-2.0

extension RotaProblem {
  /// The same problem with some of its parts exchanged; what is `nil` stays.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.problem-invalid` when the parts no longer fit together.
  public func replacing(
    staff: [Staff]? = nil,
    visits: [Visit]? = nil,
    published: [RotaAnswer.Assignment]? = nil,
    weights: Weights? = nil
  ) throws -> RotaProblem {
    try RotaProblem(
      name: self.name,
      horizon: self.horizon,
      places: self.places,
      travel: self.travel,
      staff: staff ?? self.staff,
      visits: visits ?? self.visits,
      series: self.series,
      published: published ?? self.published,
      weights: weights ?? self.weights
    )
  }
}

extension RotaProblem.Visit {
  public func asked(in windows: [RotaProblem.Window]) -> Self {
    self.replacing(windows: windows, weight: self.weight, pin: self.pin)
  }

  public func weighing(_ weight: Int) -> Self {
    self.replacing(windows: self.windows, weight: weight, pin: self.pin)
  }

  /// - Parameter pin: `nil` takes a pin away.
  public func pinned(to pin: RotaProblem.Pin?) -> Self {
    self.replacing(windows: self.windows, weight: self.weight, pin: pin)
  }

  private func replacing(windows: [RotaProblem.Window], weight: Int, pin: RotaProblem.Pin?) -> Self {
    Self(
      id: self.id,
      place: self.place,
      minutes: self.minutes,
      kind: self.kind,
      slots: self.slots,
      windows: windows,
      weight: weight,
      preferStaff: self.preferStaff,
      forbidStaff: self.forbidStaff,
      preferWindows: self.preferWindows,
      series: self.series,
      after: self.after,
      pin: pin
    )
  }
}

extension RotaProblem.Staff {
  public func working(_ shifts: [RotaProblem.Shift]) -> Self {
    Self(
      id: self.id,
      name: self.name,
      role: self.role,
      skills: self.skills,
      shifts: shifts,
      weekMinutes: self.weekMinutes,
      contactMinutes: self.contactMinutes,
      rest: self.rest
    )
  }
}
