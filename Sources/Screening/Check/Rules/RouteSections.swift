// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A route leads every child somewhere: each month has one own section, they follow one another in age, and there
/// are at least two colours and two sections.
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
    return found
  }
}
