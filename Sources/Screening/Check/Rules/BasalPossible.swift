// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A basal can be found from every start point, by answers worth the full points that it then credits.
struct BasalPossible: DefinitionRule {
  static let code = "screener.basal-impossible"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.administer.flatMap { rules -> [DefinitionFinding] in
      guard let basal = rules.basal, let section = definition.section(rules.section) else { return [] }
      let path = DefinitionPath("administer", rules.section.rawValue, "basal")
      guard basal.run >= 1, basal.run <= section.items.count, !basal.of.isEmpty else {
        return [
          self.finding(
            path["run"],
            "a basal of \(basal.run) in a row cannot be found in the \(section.items.count) items of \(section.id)",
            remedy: "ask for 1 to \(section.items.count) responses and name the ones that count"
          )
        ]
      }
      var found: [DefinitionFinding] = []
      for (index, start) in rules.start.enumerated() {
        guard let at = section.items.firstIndex(where: { $0.code == start.at }),
          at + basal.run > section.items.count
        else { continue }
        found.append(
          self.finding(
            DefinitionPath("administer", rules.section.rawValue, "start")[index]["at"],
            "from \(start.at) only \(section.items.count - at) items are left for a basal of \(basal.run)",
            remedy: "start earlier, or ask for fewer in a row"
          )
        )
      }
      for code in basal.of {
        let option = definition.responseSet(section.use)?.options.first { $0.code == code }
        if case .missing? = option?.value {
          found.append(
            self.finding(
              path["of"],
              "the basal counts \(code), which means unanswered",
              remedy: "name responses that have points"
            )
          )
        }
      }
      return found
    }
  }
}
