// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Between two visits of a person there is time for the journey.
public struct OverlapRule: RotaRule {
  public static let code = RotaRuleCode.overlap

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.days.flatMap { day in
      DayCheck.shortGaps(in: day.whole, legs: day.legs).compactMap { gap -> Breach? in
        guard gap > 0, gap < day.legs.count - 1 else { return nil }
        let (who, when) = (rota.problem.staffName(day.staff), rota.problem.dayName(day.day))
        let (first, second) = (day.visits[gap - 1].visit, day.visits[gap].visit)
        let late = day.whole[gap].end + day.legs[gap] - day.whole[gap + 1].start
        let staff = rota.problem.staff[day.staff].id
        let visits = rota.problem.visits
        let what = "\(counted(late, "minute")) too few between visits \(visits[first].id) and \(visits[second].id)"
        return Breach(.overlap, staff: staff, day: day.day, gap: gap, "\(who) has \(what) on \(when)")
      }
    }
  }
}
