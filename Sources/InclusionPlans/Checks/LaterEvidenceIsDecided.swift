// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// No newest snapshot waits for somebody to accept it.
struct LaterEvidenceIsDecided: PlanCheckRule {
  static let code = "plan.evidence-waiting"

  func findings(in plan: InclusionPlan, _ context: PlanCheckContext) -> [PlanFinding] {
    plan.evidence.indices.compactMap { index in
      let evidence = plan.evidence[index]
      let isNewest = !plan.evidence[(index + 1)...].contains { $0.isSameSubject(as: evidence) }
      guard evidence.acceptedBy == nil, isNewest else { return nil }
      return PlanFinding(
        rule: Self.code,
        section: evidence.section,
        message: "evidence \(evidence.id) has newer figures that nobody has accepted",
        hint: "look at the difference, then accept it"
      )
    }
  }
}
