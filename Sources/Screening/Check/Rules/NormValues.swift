// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every row of a norm table has a finite L, and M and S above 0.
struct NormValues: DefinitionRule {
  static let code = "screener.norm-value"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.norms.flatMap { norms in
      norms.rows.enumerated().compactMap { index, row -> DefinitionFinding? in
        let finite = [row.ageMonths, row.l, row.m, row.s].allSatisfy { $0.isFinite && abs($0) < 1e6 }
        guard !finite || row.m <= 0 || row.s <= 0 else { return nil }
        return self.finding(
          DefinitionPath("norms", norms.id.rawValue, "rows")[index],
          "at \(plainText(row.ageMonths)) months \(norms.file) has L \(row.l), M \(row.m), S \(row.s)",
          remedy: "M and S must be above 0"
        )
      }
    }
  }
}
