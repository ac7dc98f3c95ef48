// SPDX-License-Identifier: Apache-2.0

/// Nobody does a visit that forbids them.
public struct ForbiddenRule: RotaRule {
  public static let code = RotaRuleCode.forbidden

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.placements.flatMap { placement in
      let visit = rota.problem.visits[placement.visit]
      return placement.staff.compactMap { person -> Breach? in
        let id = rota.problem.staff[person].id
        guard visit.forbidStaff.contains(id) else { return nil }
        let who = rota.problem.staffName(person)
        return Breach(.forbidden, visit: visit.id, staff: id, "\(who) may not do visit \(visit.id)")
      }
    }
  }
}
