// SPDX-License-Identifier: Apache-2.0

/// A visit starts and ends inside one of its windows.
public struct WindowRule: RotaRule {
  public static let code = RotaRuleCode.window

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.placements.compactMap { placement -> Breach? in
      let visit = rota.problem.visits[placement.visit]
      let (day, start, end) = (placement.day, placement.start, placement.end)
      guard !visit.windows.contains(where: { $0.holds(day: day, from: start, to: end) }) else { return nil }
      let when = "\(RotaProblem.clock(start)) to \(RotaProblem.clock(end))"
      let name = rota.problem.dayName(day)
      return Breach(
        .window,
        visit: visit.id,
        "visit \(visit.id), \(name) \(when), lies in none of its windows"
      )
    }
  }
}
