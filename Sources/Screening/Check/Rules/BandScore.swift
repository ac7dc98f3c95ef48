// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// All bands are about one score, a number that has a range; `not-normed` is no band of a score.
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
    case .sum, .add, .mean, .scale, .lookup, .ability, nil: break
    case .route(let route) where route.what == .ownColour: break
    default:
      found.append(
        self.finding(
          DefinitionPath("bands")[0]["when"],
          "bands are cut on \(first.when), which is no score with a range",
          remedy: "cut them on a sum, a mean, a scaled score, a table's score, an ability or an own colour"
        )
      )
    }
    return found
  }
}
