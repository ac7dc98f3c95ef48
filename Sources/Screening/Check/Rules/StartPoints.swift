// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Where a section names start points, every month of its ages has exactly one.
struct StartPoints: DefinitionRule {
  static let code = "screener.start-age"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.administer.flatMap { rules -> [DefinitionFinding] in
      guard let section = definition.section(rules.section), !rules.start.isEmpty, !section.ages.isEmpty,
        section.ages.lowest >= 0, section.ages.highest <= 300
      else { return [] }
      let path = DefinitionPath("administer", rules.section.rawValue, "start")
      var found: [DefinitionFinding] = []
      let months = section.ages.lowest...section.ages.highest
      let bare = months.filter { month in !rules.start.contains { $0.ages.contains(month) } }
      if let first = bare.first, let last = bare.last {
        found.append(
          self.finding(
            path,
            "section \(section.id) has no start between \(InclusiveRange(first, last)) months",
            remedy: "make the start points cover \(section.ages) months"
          )
        )
      }
      for (index, start) in rules.start.enumerated() {
        let earlier = rules.start[..<index]
        if let shared = months.first(where: { month in
          start.ages.contains(month) && earlier.contains { $0.ages.contains(month) }
        }) {
          found.append(
            self.finding(
              path[index]["ages"],
              "section \(section.id) has two starts at \(shared) months",
              remedy: "let each start begin the month after the last one ends"
            )
          )
        }
      }
      return found
    }
  }
}
