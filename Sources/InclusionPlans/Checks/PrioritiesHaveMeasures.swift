// SPDX-License-Identifier: Apache-2.0

/// Every priority has a measure.
struct PrioritiesHaveMeasures: PlanCheckRule {
  static let code = "plan.priority-unmeasured"

  func findings(in plan: InclusionPlan, _ context: PlanCheckContext) -> [PlanFinding] {
    plan.priorities.filter(\.measures.isEmpty).map { priority in
      PlanFinding(
        rule: Self.code,
        section: priority.section,
        message: "priority \(priority.code) has no measure",
        hint: "say by which figure it will be judged"
      )
    }
  }
}
