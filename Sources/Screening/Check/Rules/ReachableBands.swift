// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every band holds a score that a child can get.
struct ReachableBands: DefinitionRule {
  static let code = "screener.band-unreachable"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    guard let coverage = BandCoverage(definition) else { return [] }
    let reached = Set(coverage.stretches.flatMap(\.bands))
    return definition.bands.indices.filter { !reached.contains($0) }.map { index in
      self.finding(
        DefinitionPath("bands")[index],
        "no child can get a \(coverage.score) in band \(definition.bands[index].id)",
        remedy: "check its from and below against the scores that are possible"
      )
    }
  }
}
