// SPDX-License-Identifier: Apache-2.0

/// Every day of a person with a visit on it, where they have a shift.
public struct ShiftCost: RotaCostTerm {
  public static let name = RotaCost.Term.shift

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    rota.problem.weights.shift * rota.days.count { $0.frame != nil }
  }
}
