// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A ceiling can be reached, by answers worth no points, and does not stop a child who is doing well.
struct CeilingPossible: DefinitionRule {
  static let code = "screener.ceiling-impossible"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.administer.flatMap { rules -> [DefinitionFinding] in
      guard let ceiling = rules.ceiling, let section = definition.section(rules.section) else { return [] }
      let path = DefinitionPath("administer", rules.section.rawValue, "ceiling")
      guard ceiling.run >= 1, ceiling.run <= section.items.count, !ceiling.of.isEmpty else {
        return [
          self.finding(
            path["run"],
            "a ceiling of \(ceiling.run) in a row cannot be reached in the \(section.items.count) items of "
              + "\(section.id)",
            remedy: "ask for 1 to \(section.items.count) responses and name the ones that count"
          )
        ]
      }
      var found: [DefinitionFinding] = []
      for code in ceiling.of {
        let option = definition.responseSet(section.use)?.options.first { $0.code == code }
        if let option, option.value != .points(0) {
          found.append(
            self.finding(
              path["of"],
              "the ceiling counts \(code), which is not worth 0 points",
              remedy: "name responses worth 0; an item not given must not end a section"
            )
          )
        }
        if rules.basal?.of.contains(code) == true {
          found.append(
            self.finding(
              path["of"],
              "\(code) counts towards the basal and the ceiling",
              remedy: "let each response count towards one of them"
            )
          )
        }
      }
      return found
    }
  }
}
