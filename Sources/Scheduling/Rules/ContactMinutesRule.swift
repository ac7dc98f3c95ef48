// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A person's visit minutes of one day stay within their limit. Days without a shift do not count: they break
/// a rule of their own.
public struct ContactMinutesRule: RotaRule {
  public static let code = RotaRuleCode.contactMinutes

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.days.filter { $0.frame != nil }.compactMap { day in
      let person = rota.problem.staff[day.staff]
      let minutes = day.visitMinutes
      guard let limit = person.contactMinutes, minutes > limit else { return nil }
      let (who, when) = (rota.problem.staffName(day.staff), rota.problem.dayName(day.day))
      let what = "has \(counted(minutes, "visit minute")) on \(when); the limit is \(limit)"
      return Breach(.contactMinutes, staff: person.id, day: day.day, minutes: minutes, "\(who) \(what)")
    }
  }
}
