// SPDX-License-Identifier: Apache-2.0

/// The weight of every visit that is not placed.
public struct LeftOutCost: RotaCostTerm {
  public static let name = RotaCost.Term.leftOut

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    let visits = rota.problem.visits
    return visits.indices.reduce(0) { $0 + (rota.placement(of: $1) == nil ? visits[$1].weight : 0) }
  }
}
