// SPDX-License-Identifier: Apache-2.0

/// Every person at a visit who is not on its list of preferred people, where it has such a list.
public struct PreferStaffCost: RotaCostTerm {
  public static let name = RotaCost.Term.preferStaff

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    let strangers = rota.placements.reduce(0) { sum, placement in
      let preferred = rota.problem.visits[placement.visit].preferStaff
      guard !preferred.isEmpty else { return sum }
      return sum + placement.staff.count { !preferred.contains(rota.problem.staff[$0].id) }
    }
    return rota.problem.weights.preferStaff * strangers
  }
}
