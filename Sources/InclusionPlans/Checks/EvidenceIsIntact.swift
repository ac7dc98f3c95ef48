// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every snapshot, superseded ones too, still has the hash it was pulled with.
struct EvidenceIsIntact: PlanCheckRule {
  static let code = "plan.evidence-changed"

  func findings(in plan: InclusionPlan, _ context: PlanCheckContext) -> [PlanFinding] {
    plan.evidence.filter { !$0.isIntact(context.hashing) }.map { evidence in
      PlanFinding(
        rule: Self.code,
        section: evidence.section,
        message: "evidence \(evidence.id) no longer has the hash it was pulled with",
        hint: "restore it from a backup and find out who changed it; pull again for today's figures"
      )
    }
  }
}
