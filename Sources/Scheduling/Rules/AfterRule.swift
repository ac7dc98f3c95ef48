// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A visit starts no earlier than the end of the one it comes after plus the gap, counted over days of 1 440
/// minutes; when that one is left out, so must this be.
public struct AfterRule: RotaRule {
  public static let code = RotaRuleCode.after

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.placements.flatMap { placement in
      let visit = rota.problem.visits[placement.visit]
      return visit.after.compactMap { rule -> Breach? in
        guard let first = rota.problem.visitIndex[rule.visit].flatMap({ rota.placement(of: $0) }) else {
          let what = "is placed, and \(rule.visit), which must come first, is left out"
          return Breach(.after, visit: visit.id, other: rule.visit, "visit \(visit.id) \(what)")
        }
        let free = first.day * 1_440 + first.end + rule.gapMinutes
        let early = free - placement.day * 1_440 - placement.start
        guard early > 0 else { return nil }
        let what = "starts \(counted(early, "minute")) too early after \(rule.visit)"
        return Breach(.after, visit: visit.id, other: rule.visit, "visit \(visit.id) \(what)")
      }
    }
  }
}
