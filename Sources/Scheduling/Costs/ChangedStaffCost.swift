// SPDX-License-Identifier: Apache-2.0

/// Every published visit that is still placed and now has another list of people.
public struct ChangedStaffCost: RotaCostTerm {
  public static let name = RotaCost.Term.changedStaff

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    let changed = rota.publishedAndPlaced.count { held, now in
      held.staff != now.staff.map { rota.problem.staff[$0].id }
    }
    return rota.problem.weights.changedStaff * changed
  }
}
