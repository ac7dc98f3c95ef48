// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The first journey begins, and the last journey ends, inside the shift.
public struct ShiftRule: RotaRule {
  public static let code = RotaRuleCode.shift

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.days.flatMap { day in
      DayCheck.shortGaps(in: day.whole, legs: day.legs).compactMap { gap -> Breach? in
        guard gap == 0 || gap == day.legs.count - 1 else { return nil }
        let (who, when) = (rota.problem.staffName(day.staff), rota.problem.dayName(day.day))
        let late = day.whole[gap].end + day.legs[gap] - day.whole[gap + 1].start
        let what = "\(gap == 0 ? "reaches the first visit" : "is back") \(counted(late, "minute")) late"
        let staff = rota.problem.staff[day.staff].id
        return Breach(.shift, staff: staff, day: day.day, gap: gap, "\(who) \(what) on \(when)")
      }
    }
  }
}
