// SPDX-License-Identifier: Apache-2.0

/// Every section has text or evidence that stands.
struct SectionsHaveSubstance: PlanCheckRule {
  static let code = "plan.section-empty"

  func findings(in plan: InclusionPlan, _ context: PlanCheckContext) -> [PlanFinding] {
    let supported = Set(plan.currentEvidence.map(\.section))
    return plan.sections.compactMap { section in
      guard section.text.allSatisfy(\.isWhitespace), !supported.contains(section.code) else { return nil }
      return PlanFinding(
        rule: Self.code,
        section: section.code,
        message: "section \(section.code) (\(section.heading)) has no text and no evidence",
        hint: "write it, or pull evidence into it"
      )
    }
  }
}
