// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A route leads every child somewhere: each month has one own section, they follow one another in age, there are at
/// least two colours and two sections, and its flags have names that a tier's condition can ask for.
struct RouteSections: DefinitionRule {
  static let code = "screener.route"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    guard let route = definition.route else { return [] }
    let path = DefinitionPath("route")
    var found: [DefinitionFinding] = []
    if route.sections.count < 2 {
      found.append(
        self.finding(
          path["sections"],
          "the route has \(route.sections.count) sections",
          remedy: "name at least two, youngest first"
        )
      )
    }
    if route.colours.count < 2 {
      found.append(
        self.finding(
          path["colours"],
          "the route has \(route.colours.count) colours",
          remedy: "name at least two, worst first; the last one ends the route"
        )
      )
    }
    let sections = route.sections.compactMap(definition.section)
    for (index, section) in sections.enumerated().dropFirst()
    where !sections[index - 1].ages.isFollowed(by: section.ages) {
      found.append(
        self.finding(
          definition.path(to: section.id)["ages"],
          "section \(section.id) is for \(section.ages) months and follows \(sections[index - 1].ages)",
          remedy: "let each section of the route begin the month after the one before it ends"
        )
      )
    }
    let range = definition.age.range
    if let first = sections.first, let last = sections.last,
      first.ages.lowest > range.lowest || last.ages.highest < range.highest
    {
      found.append(
        self.finding(
          path["sections"],
          "the route is for \(InclusiveRange(first.ages.lowest, last.ages.highest)) months, the screener for \(range)",
          remedy: "let the route's sections cover the screener's ages"
        )
      )
    }
    for flag in route.flags where flag.sign == .twoAmberRunning && route.colours.count < 3 {
      found.append(
        self.finding(
          path["flags"][flag.sign.rawValue],
          "two amber running needs three colours, and there are \(route.colours.count)",
          remedy: "name three colours, or remove the flag"
        )
      )
    }
    for flag in route.flags where !Self.canBeNamed(flag.name) {
      found.append(
        self.finding(
          path["flags"][flag.sign.rawValue],
          "the flag '\(flag.name)' can't be told apart in a tier's condition",
          remedy: "give one word without blanks, brackets or =, other than unsure"
        )
      )
    }
    return found
  }

  /// `unsure` is what a score too near its cut raises.
  private static func canBeNamed(_ flag: String) -> Bool {
    flag != ScreeningFlag.Kind.unsure.rawValue && (try? TierCondition(parsing: "flag.\(flag)")) == .flag(flag)
  }
}
