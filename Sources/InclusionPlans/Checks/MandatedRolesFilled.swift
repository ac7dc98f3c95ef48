// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every mandated role has a named person on the day of the check.
struct MandatedRolesFilled: PlanCheckRule {
  static let code = "plan.role-not-filled"

  func findings(in plan: InclusionPlan, _ context: PlanCheckContext) -> [PlanFinding] {
    PartnershipRole.mandated.compactMap { role in
      guard !plan.members.contains(where: { $0.role == role && $0.holdsSeat(on: context.today) }) else {
        return nil
      }
      return PlanFinding(
        rule: Self.code,
        section: 2,
        message: "nobody holds the seat of \(role.label) on \(context.today)",
        hint: "name a person for the seat"
      )
    }
  }
}
