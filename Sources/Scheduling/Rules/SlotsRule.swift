// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A visit has exactly as many people as slots, all different.
public struct SlotsRule: RotaRule {
  public static let code = RotaRuleCode.slots

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.placements.compactMap { placement -> Breach? in
      let visit = rota.problem.visits[placement.visit]
      let (needed, given) = (visit.slots.count, placement.staff.count)
      if given != needed {
        let what = "needs \(counted(needed, "person", "people")) and has \(given)"
        return Breach(.slots, visit: visit.id, "visit \(visit.id) \(what)")
      }
      guard Set(placement.staff).count == given else {
        return Breach(.slots, visit: visit.id, "visit \(visit.id) has the same person twice")
      }
      return nil
    }
  }
}
