// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Ranges of months run upwards within 0 to 300, sections lie within the screener's range, and every month of
/// it has a section.
struct AgeRanges: DefinitionRule {
  static let code = "screener.age-range"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    let range = definition.age.range
    guard !range.isEmpty, range.lowest >= 0, range.highest <= 300 else {
      return [
        self.finding(
          DefinitionPath("age", "range"),
          "the screener is for \(range) months",
          remedy: "give the youngest and the oldest age in months, within 0 to 300"
        )
      ]
    }
    var found: [DefinitionFinding] = []
    for (index, section) in definition.sections.enumerated() {
      let ages = section.ages
      if ages.isEmpty || ages.lowest < range.lowest || ages.highest > range.highest {
        found.append(
          self.finding(
            DefinitionPath("sections")[index]["ages"],
            "section \(section.id) is for \(ages) months, the screener for \(range)",
            remedy: "keep the section's ages within the screener's"
          )
        )
      }
    }
    let bare = (range.lowest...range.highest).filter { month in
      !definition.sections.contains { $0.ages.contains(month) }
    }
    if let first = bare.first, let last = bare.last, !definition.sections.isEmpty {
      found.append(
        self.finding(
          DefinitionPath("sections"),
          "no section is given at \(InclusiveRange(first, last)) months",
          remedy: "widen a section's ages, or narrow age.range"
        )
      )
    }
    return found
  }
}
