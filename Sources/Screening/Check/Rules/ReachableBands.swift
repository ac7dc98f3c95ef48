// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every band holds a score that a child can get.
struct ReachableBands: DefinitionRule {
  static let code = "screener.band-unreachable"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    let coverages = BandCoverage.all(definition)
    guard !coverages.isEmpty else { return [] }
    let reached = Set(coverages.flatMap { $0.stretches.flatMap(\.bands) })
    return definition.bands.indices.filter { !reached.contains($0) }.map { index in
      self.finding(
        DefinitionPath("bands")[index],
        "no child can get a \(definition.bands[index].when) in band \(definition.bands[index].id)",
        remedy: "check its ages, from and below against what is possible"
      )
    }
  }
}
