// SPDX-License-Identifier: Apache-2.0

/// Every published visit that is still placed on its day and now starts more than 15 minutes earlier or later.
public struct ChangedStartCost: RotaCostTerm {
  public static let name = RotaCost.Term.changedStart
  /// Minutes that a start may move unnoticed.
  static let tolerance = 15

  public init() {}

  public func points(of rota: PlacedRota) -> Int {
    let changed = rota.publishedAndPlaced.count { held, now in
      held.day == now.day && abs(held.start - now.start) > Self.tolerance
    }
    return rota.problem.weights.changedStart * changed
  }
}
