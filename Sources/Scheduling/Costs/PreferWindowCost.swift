// SPDX-License-Identifier: Apache-2.0

/// Every placed visit that has preferred windows and lies wholly in none of them.
public struct PreferWindowCost: RotaCostTerm {
  public static let name = RotaCost.Term.preferWindow

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    let outside = rota.placements.count { placement in
      let windows = rota.problem.visits[placement.visit].preferWindows
      return !windows.isEmpty
        && !windows.contains { $0.holds(day: placement.day, from: placement.start, to: placement.end) }
    }
    return rota.problem.weights.preferWindow * outside
  }
}
