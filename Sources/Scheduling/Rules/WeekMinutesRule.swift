// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A person's visits and journeys of the week stay within their limit. Days without a shift do not count:
/// they break a rule of their own.
public struct WeekMinutesRule: RotaRule {
  public static let code = RotaRuleCode.weekMinutes

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.workedMinutes.enumerated().compactMap { position, worked in
      let person = rota.problem.staff[position]
      guard let limit = person.weekMinutes, worked > limit else { return nil }
      let what = "works \(counted(worked, "minute")) in the week; the limit is \(limit)"
      let who = rota.problem.staffName(position)
      return Breach(.weekMinutes, staff: person.id, minutes: worked, "\(who) \(what)")
    }
  }
}
