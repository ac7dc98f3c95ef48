// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// No score a child can get has two bands.
struct BandOverlaps: DefinitionRule {
  static let code = "screener.band-overlap"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    BandCoverage.all(definition).flatMap { coverage in
      coverage.stretches.filter { $0.bands.count > 1 }.map { overlap in
        let names = overlap.bands.map { definition.bands[$0].id.rawValue }.joined(separator: " and ")
        return self.finding(
          DefinitionPath("bands")[overlap.bands[overlap.bands.count - 1]],
          "\(coverage.text(overlap)) is both \(names)",
          remedy: coverage.remedy
        )
      }
    }
  }
}
