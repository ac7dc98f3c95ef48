// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// When items may be missing, the rule for them is named, and at least one item is left to score.
struct MissingAllowance: DefinitionRule {
  static let code = "screener.missing-rule"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.flatMap { score -> [DefinitionFinding] in
      guard case .sum(let sum) = score.kind else { return [] }
      let path = score.path["missing"]
      let items = sum.sections.reduce(0) { $0 + (definition.section($1)?.items.count ?? 0) }
      var found: [DefinitionFinding] = []
      if sum.missing.allow < 0 || (items > 0 && sum.missing.allow >= items) {
        found.append(
          self.finding(
            path["allow"],
            "\(score.name) allows \(sum.missing.allow) of its \(items) items to be missing",
            remedy: "allow 0 to \(max(items - 1, 0))"
          )
        )
      }
      if sum.missing.allow > 0, sum.missing.rule == nil {
        found.append(
          self.finding(
            path["rule"],
            "\(score.name) allows missing items without saying what they count",
            remedy: "add rule: prorate, or allow none"
          )
        )
      }
      if sum.missing.allow == 0, sum.missing.rule != nil {
        found.append(
          self.finding(
            path["rule"],
            "\(score.name) has a rule for missing items and allows none",
            remedy: "allow at least 1, or remove the rule"
          )
        )
      }
      return found
    }
  }
}
