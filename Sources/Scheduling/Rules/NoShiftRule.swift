// SPDX-License-Identifier: Apache-2.0

/// Nobody works on a day without a shift.
public struct NoShiftRule: RotaRule {
  public static let code = RotaRuleCode.noShift

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.days.filter { $0.frame == nil }.map { day in
      let (who, when) = (rota.problem.staffName(day.staff), rota.problem.dayName(day.day))
      let staff = rota.problem.staff[day.staff].id
      return Breach(.noShift, staff: staff, day: day.day, "\(who) has no shift on \(when)")
    }
  }
}
