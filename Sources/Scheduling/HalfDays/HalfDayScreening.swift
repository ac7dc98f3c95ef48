// SPDX-License-Identifier: Apache-2.0

/// A half day worth solving for, with what it may bring.
public struct HalfDayScreening: Sendable {
  public let profile: HalfDayProfile
  public let half: HalfDay
  public let change: ExtraHalfDay
  /// Cost points that it may save; never shown as a result.
  public let estimate: Int

  /// For every profile its half days, the most promising first; of equals the earlier.
  ///
  /// - Parameters:
  ///   - answer: A rota that breaks no rule.
  ///   - prices: Where given for someone of a role and a day, they take the place of the estimate for that
  ///     role on that day: the highest of the role's people, by the length of half a day to that of the shift.
  public static func all(
    of answer: RotaAnswer,
    to problem: RotaProblem,
    prices: [DayPrice] = []
  ) throws -> [(profile: HalfDayProfile, halfDays: [HalfDayScreening])] {
    let rota = PlacedRota(answer, of: problem)
    let leftOut = problem.visits.indices.filter { rota.placement(of: $0) == nil }
    let estimate = HalfDayEstimate(answer, of: problem)
    return try HalfDayProfile.all(for: leftOut, in: problem).map { profile in
      var halfDays: [HalfDayScreening] = []
      for day in 0..<problem.horizon.days {
        let price = profile.extraSkill == nil ? Self.price(of: profile.role, on: day, prices, problem) : nil
        for half in HalfDay.allCases {
          let change = profile.change(on: day, half, in: problem)
          let points = try price ?? estimate.points(of: change)
          halfDays.append(HalfDayScreening(profile: profile, half: half, change: change, estimate: points))
        }
      }
      let sorted = halfDays.enumerated().sorted { a, b in
        (b.element.estimate, a.offset) < (a.element.estimate, b.offset)
      }
      return (profile, sorted.map(\.element))
    }
  }

  private static func price(of role: String, on day: Int, _ prices: [DayPrice], _ problem: RotaProblem) -> Int? {
    prices.compactMap { price -> Int? in
      guard price.day == day, let person = problem.staffIndex[price.staff].map({ problem.staff[$0] }),
        person.role == role, let shift = person.shifts.first(where: { $0.day == day })
      else { return nil }
      let (length, half) = (shift.end - shift.start, HalfDay.morning.hours.count)
      return length > half ? price.points * half / length : price.points
    }.max()
  }
}
