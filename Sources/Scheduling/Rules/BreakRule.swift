// SPDX-License-Identifier: Apache-2.0

/// On a day with a visit whose shift is long enough for a break, the break is there, on the grid, inside its
/// hours, and in one gap between visits with that gap's journey wholly before or after it.
///
/// A break on a day on which none is due is not looked at.
public struct BreakRule: RotaRule {
  public static let code = RotaRuleCode.rest

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.days.compactMap { day in
      guard let frame = day.frame, let rest = frame.rest else { return nil }
      let (who, when) = (rota.problem.staffName(day.staff), rota.problem.dayName(day.day))
      let staff = rota.problem.staff[day.staff].id
      guard let start = day.rest else {
        return Breach(.rest, staff: staff, day: day.day, "\(who) has no break on \(when)")
      }
      let clock = RotaProblem.clock(start)
      if start % frame.step != 0 || start < rest.earliest || start + rest.minutes > rest.latest {
        let hours = "\(RotaProblem.clock(rest.earliest)) to \(RotaProblem.clock(rest.latest))"
        let what = "is off the grid or not inside \(hours)"
        return Breach(.rest, staff: staff, day: day.day, "\(who)'s break at \(clock) on \(when) \(what)")
      }
      guard DayCheck.restFits(at: start, minutes: rest.minutes, in: day.whole, legs: day.legs) else {
        let what = "does not fit between the visits and journeys"
        return Breach(.rest, staff: staff, day: day.day, "\(who)'s break at \(clock) on \(when) \(what)")
      }
      return nil
    }
  }
}
