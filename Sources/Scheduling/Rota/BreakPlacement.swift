// SPDX-License-Identifier: Apache-2.0

extension RotaProblem {
  /// A break for every person-day of `assignments` on which one is due and fits, at its earliest start; in
  /// order of person, then day. Days on which a due break fits nowhere have none.
  public func breaks(for assignments: [RotaAnswer.Assignment]) -> [RotaAnswer.Rest] {
    let rota = PlacedRota(RotaAnswer(problem: self.name, assignments: assignments), of: self)
    return rota.days.compactMap { day in
      guard let frame = day.frame,
        let start = DayCheck.restStart(in: day.whole, legs: day.legs, of: frame)
      else { return nil }
      return RotaAnswer.Rest(staff: self.staff[day.staff].id, day: day.day, start: start)
    }
  }
}
