// SPDX-License-Identifier: Apache-2.0

/// Travel minutes from where each shift begins, between visits, to where it ends. Days without a visit, and
/// days worked without a shift, count nothing.
public struct TravelCost: RotaCostTerm {
  public static let name = RotaCost.Term.travel

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    rota.problem.weights.travel * rota.days.reduce(0) { $0 + $1.travelMinutes }
  }
}
