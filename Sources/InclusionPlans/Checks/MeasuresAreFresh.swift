// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every measure has a figure no older than the months allowed.
struct MeasuresAreFresh: PlanCheckRule {
  static let code = "plan.measure-stale"

  func findings(in plan: InclusionPlan, _ context: PlanCheckContext) -> [PlanFinding] {
    plan.priorities.flatMap { priority in
      priority.measures.compactMap { measure in
        let said: String
        if let newest = measure.newestData {
          guard newest.adding(months: context.freshMonths) < context.today else { return nil }
          said =
            "its newest figure is of \(newest), more than \(context.freshMonths) months before \(context.today)"
        } else {
          said = "it has no figure"
        }
        return PlanFinding(
          rule: Self.code,
          section: priority.section,
          message: "measure \(measure.code) is not fresh: \(said)",
          hint: "enter a newer figure with its date"
        )
      }
    }
  }
}
