// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every score a child can get has a band.
struct BandGaps: DefinitionRule {
  static let code = "screener.band-gap"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    BandCoverage.all(definition).flatMap { coverage in
      coverage.stretches.filter(\.bands.isEmpty).map { self.finding(coverage, gap: $0, definition) }
    }
  }

  private func finding(
    _ coverage: BandCoverage,
    gap: BandCoverage.Stretch,
    _ definition: ScreenerDefinition
  ) -> DefinitionFinding {
    // The band that begins above the gap, else the last one that holds at these ages, else the last one.
    let above = coverage.bands.filter { (definition.bands[$0].from ?? -.infinity) > gap.through }
      .min { (definition.bands[$0].from ?? 0) < (definition.bands[$1].from ?? 0) }
    let path = DefinitionPath("bands")
    let last = path[coverage.bands.last ?? definition.bands.count - 1]["below"]
    return self.finding(
      above.map { path[$0]["from"] } ?? last,
      "\(coverage.text(gap)) has no band",
      remedy: coverage.remedy
    )
  }
}
