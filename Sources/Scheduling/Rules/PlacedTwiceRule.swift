// SPDX-License-Identifier: Apache-2.0

/// A visit is placed at most once, and not also told to be left out.
public struct PlacedTwiceRule: RotaRule {
  public static let code = RotaRuleCode.placedTwice

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    let again = rota.repeated.map { id in Breach(.placedTwice, visit: id, "visit \(id) is placed twice") }
    let both = rota.placements.filter { rota.told.contains($0.visit) }.map { placement in
      let id = rota.problem.visits[placement.visit].id
      return Breach(.placedTwice, visit: id, "visit \(id) is placed and also said to be left out")
    }
    return again + both
  }
}
