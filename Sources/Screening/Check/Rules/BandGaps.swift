// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every score a child can get has a band.
struct BandGaps: DefinitionRule {
  static let code = "screener.band-gap"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    guard let coverage = BandCoverage(definition) else { return [] }
    return coverage.stretches.filter(\.bands.isEmpty).map { gap in
      // The band that begins above the gap, else the last one.
      let above = definition.bands.indices.filter { (definition.bands[$0].from ?? -.infinity) > gap.through }
        .min { (definition.bands[$0].from ?? 0) < (definition.bands[$1].from ?? 0) }
      let path = DefinitionPath("bands")
      let place = above.map { path[$0]["from"] } ?? path[definition.bands.count - 1]["below"]
      return self.finding(
        place,
        "\(coverage.score) \(BandCoverage.text(gap)) has no band",
        remedy: "let each band begin `from` the number the one before it ends `below`"
      )
    }
  }
}
