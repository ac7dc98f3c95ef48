// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// No tier rule stands behind others that always hold first.
struct ReachableTiers: DefinitionRule {
  static let code = "screener.tier-unreachable"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    let reached = Set(TierTrial(definition).states.compactMap(\.rule))
    return definition.tiers.indices.filter { !reached.contains($0) }.map { index in
      self.finding(
        DefinitionPath("tiers")[index],
        "no child ever gets tier \(definition.tiers[index].tier) by \"\(definition.tiers[index].condition)\"",
        remedy: "move it before the rules that hold first, or remove it"
      )
    }
  }
}
