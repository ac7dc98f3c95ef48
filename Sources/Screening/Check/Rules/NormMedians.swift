// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Where an age equivalent is read from a table, its medians rise with age.
struct NormMedians: DefinitionRule {
  static let code = "screener.norm-median"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.flatMap { score -> [DefinitionFinding] in
      guard case .ageEquivalent(let equivalent) = score.kind, let norms = definition.table(equivalent.norms)
      else { return [] }
      return norms.rows.indices.dropFirst().compactMap { index in
        guard !(norms.rows[index].m > norms.rows[index - 1].m) else { return nil }
        return self.finding(
          DefinitionPath("norms", norms.id.rawValue, "rows")[index],
          "the median falls or stays at \(plainText(norms.rows[index].m)) at "
            + "\(plainText(norms.rows[index].ageMonths)) months, and \(score.name) reads an age from it",
          remedy: "mend the table, or remove \(score.name)"
        )
      }
    }
  }
}
