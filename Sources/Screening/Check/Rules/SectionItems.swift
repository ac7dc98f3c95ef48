// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every section has 1 to 500 items, and there is at least one section and one score.
struct SectionItems: DefinitionRule {
  static let code = "screener.empty"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    var found: [DefinitionFinding] = []
    if definition.sections.isEmpty {
      found.append(self.finding(DefinitionPath("sections"), "there is no section", remedy: "define one"))
    }
    if definition.scores.isEmpty {
      found.append(self.finding(DefinitionPath("scores"), "there is no score", remedy: "sum a section"))
    }
    for (index, section) in definition.sections.enumerated() where !(1...500).contains(section.items.count) {
      found.append(
        self.finding(
          DefinitionPath("sections")[index]["items"],
          "section \(section.id) has \(section.items.count) items",
          remedy: "give it 1 to 500 items"
        )
      )
    }
    for score in definition.scores {
      let sections = score.sections.map(\.section)
      if let key = score.sectionsKey, sections.isEmpty || Set(sections).count < sections.count {
        found.append(
          self.finding(
            score.path[key],
            "\(score.name) sums no section, or one twice",
            remedy: "name each section once"
          )
        )
      }
      if case .add(let add) = score.kind, add.scores.isEmpty || Set(add.scores).count < add.scores.count {
        found.append(
          self.finding(
            score.path["add"],
            "\(score.name) adds no score, or one twice",
            remedy: "name each score once"
          )
        )
      }
    }
    return found
  }
}
