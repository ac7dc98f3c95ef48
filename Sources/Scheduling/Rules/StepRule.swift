// SPDX-License-Identifier: Apache-2.0

/// A visit starts on the grid of the horizon. The grid of breaks belongs to the break rule.
public struct StepRule: RotaRule {
  public static let code = RotaRuleCode.step

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.placements.compactMap { placement -> Breach? in
      let step = rota.problem.horizon.step
      guard placement.start % step != 0 else { return nil }
      let id = rota.problem.visits[placement.visit].id
      let start = RotaProblem.clock(placement.start)
      return Breach(.step, visit: id, "visit \(id) starts at \(start), which is off the \(step)-minute grid")
    }
  }
}
