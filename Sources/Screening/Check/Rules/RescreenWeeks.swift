// SPDX-License-Identifier: Apache-2.0

/// A child is seen again no sooner than the shortest gap.
struct RescreenWeeks: DefinitionRule {
  static let code = "screener.rescreen"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    guard let rescreen = definition.rescreen,
      rescreen.minimumGapWeeks < 0 || rescreen.afterWeeks < max(1, rescreen.minimumGapWeeks)
    else { return [] }
    return [
      self.finding(
        DefinitionPath("rescreen", "after-weeks"),
        "a child is seen again after \(rescreen.afterWeeks) weeks, with a gap of at least "
          + "\(rescreen.minimumGapWeeks)",
        remedy: "let after-weeks be at least 1 and at least min-gap-weeks"
      )
    ]
  }
}
