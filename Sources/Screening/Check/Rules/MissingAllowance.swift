// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// When items may be missing, the rule for them is named, and at least one item is left to score.
struct MissingAllowance: DefinitionRule {
  static let code = "screener.missing-rule"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.flatMap { score -> [DefinitionFinding] in
      if case .mean(let mean) = score.kind { return self.allowance(mean.allow, score, definition) }
      guard case .sum(let sum) = score.kind else { return [] }
      let path = score.path["missing"]
      var found = self.allowance(sum.missing.allow, score, definition)
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

  private func allowance(
    _ allow: Int,
    _ score: ScoreDeclaration,
    _ definition: ScreenerDefinition
  ) -> [DefinitionFinding] {
    let items = score.sections.reduce(0) { $0 + (definition.section($1.section)?.items.count ?? 0) }
    guard allow < 0 || (items > 0 && allow >= items) else { return [] }
    return [
      self.finding(
        score.path["missing"]["allow"],
        "\(score.name) allows \(allow) of its \(items) items to be missing",
        remedy: "allow 0 to \(max(items - 1, 0))"
      )
    ]
  }
}
