// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A band's ages run upwards within the ages that the screener is for.
struct BandAges: DefinitionRule {
  static let code = "screener.band-age"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    let range = definition.age.range
    return definition.bands.enumerated().compactMap { index, band in
      guard let ages = band.ages, ages.isEmpty || !range.contains(ages.lowest) || !range.contains(ages.highest)
      else { return nil }
      return self.finding(
        DefinitionPath("bands")[index]["ages"],
        "band \(band.id) is for \(ages) months, the screener for \(range)",
        remedy: "keep the band's ages within the screener's"
      )
    }
  }
}
