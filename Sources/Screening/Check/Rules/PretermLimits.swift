// SPDX-License-Identifier: Apache-2.0

/// A correction for preterm birth has limits that can apply.
struct PretermLimits: DefinitionRule {
  static let code = "screener.preterm"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    guard let preterm = definition.age.preterm else { return [] }
    let path = DefinitionPath("age", "preterm")
    var found: [DefinitionFinding] = []
    if !(21...44).contains(preterm.weeksBelow) {
      found.append(
        self.finding(
          path["correct-if-weeks-below"],
          "children born before \(preterm.weeksBelow) weeks are corrected",
          remedy: "give 21 to 44 weeks; 37 is usual"
        )
      )
    }
    if preterm.untilMonths <= 0 {
      found.append(
        self.finding(
          path["until-months"],
          "the correction ends at \(preterm.untilMonths) months",
          remedy: "give the age from which no correction is made, or leave preterm out"
        )
      )
    }
    return found
  }
}
