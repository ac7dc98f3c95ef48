// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A reversed item stands in a section without basal and ceiling: those count responses by name, and the
/// response that shows success is another one in a reversed item.
struct ReversedItems: DefinitionRule {
  static let code = "screener.reverse"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.sections.enumerated().flatMap { index, section -> [DefinitionFinding] in
      let walked = definition.administer.contains {
        $0.section == section.id && ($0.basal != nil || $0.ceiling != nil)
      }
      guard walked else { return [] }
      return section.items.filter(\.reverse).map { item in
        self.finding(
          DefinitionPath("sections")[index]["items"][item.code.rawValue],
          "the reversed item \(item.code) is in section \(section.id), which has a basal or a ceiling",
          remedy: "move it to a section that is given whole, or word it the other way round"
        )
      }
    }
  }
}
