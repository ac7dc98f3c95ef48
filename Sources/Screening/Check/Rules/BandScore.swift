// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// All bands are about one score, a whole number or a scaled score; `not-normed` is no band of a score.
struct BandScore: DefinitionRule {
  static let code = "screener.band-score"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    guard let first = definition.bands.first else {
      guard definition.tiers.isEmpty else {
        return [self.finding(DefinitionPath("bands"), "there are tiers and no bands", remedy: "define bands")]
      }
      return []
    }
    var found: [DefinitionFinding] = []
    for (index, band) in definition.bands.enumerated() {
      let path = DefinitionPath("bands")[index]
      if band.id == .notNormed {
        found.append(
          self.finding(
            path["id"],
            "a band is called not-normed",
            remedy: "choose another name: this one is for children whom the norms do not cover"
          )
        )
      }
      if band.when != first.when {
        found.append(
          self.finding(
            path["when"],
            "band \(band.id) is about \(band.when), band \(first.id) about \(first.when)",
            remedy: "cut all bands on one score"
          )
        )
      }
    }
    switch definition.score(first.when)?.kind {
    case .sum, .add, .scale, nil: break
    default:
      found.append(
        self.finding(
          DefinitionPath("bands")[0]["when"],
          "bands are cut on \(first.when), which is no sum and no scaled score",
          remedy: "cut them on a sum or a scaled score"
        )
      )
    }
    return found
  }
}
