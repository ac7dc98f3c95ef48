// SPDX-License-Identifier: Apache-2.0

/// Each person has all the skills of the slot they take; people beyond the slots are not looked at.
public struct SkillRule: RotaRule {
  public static let code = RotaRuleCode.skill

  public init() {}

  public func broken(in rota: PlacedRota) -> [Breach] {
    rota.placements.flatMap { placement in
      let visit = rota.problem.visits[placement.visit]
      return zip(placement.staff, visit.slots).compactMap { person, needed -> Breach? in
        let staff = rota.problem.staff[person]
        let missing = needed.subtracting(staff.skills).sorted()
        guard !missing.isEmpty else { return nil }
        let skills = missing.map { "'\($0)'" }.joined(separator: ", ")
        let who = rota.problem.staffName(person)
        return Breach(
          .skill,
          visit: visit.id,
          staff: staff.id,
          "\(who) lacks \(skills) for visit \(visit.id)"
        )
      }
    }
  }
}
