// SPDX-License-Identifier: Apache-2.0

/// A visit that is not placed stands under `unassigned`.
public struct LeftOutUntoldRule: RotaRule {
  public static let code = RotaRuleCode.leftOutUntold

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.problem.visits.enumerated().compactMap { position, visit in
      guard rota.placement(of: position) == nil, !rota.told.contains(position) else { return nil }
      return Breach(
        .leftOutUntold,
        visit: visit.id,
        "visit \(visit.id) is neither placed nor said to be left out"
      )
    }
  }
}
