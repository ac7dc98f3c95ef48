// SPDX-License-Identifier: Apache-2.0

/// Every published visit that is still placed and now lies on another day.
public struct ChangedDayCost: RotaCostTerm {
  public static let name = RotaCost.Term.changedDay

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    rota.problem.weights.changedDay * rota.publishedAndPlaced.count { held, now in held.day != now.day }
  }
}
