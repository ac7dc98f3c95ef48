// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every item of a section can come up for some child, and every child's items below the start have a value:
/// they are stepped back to, and credited once the basal is found.
struct ReachableItems: DefinitionRule {
  static let code = "screener.item-unreachable"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.administer.flatMap { rules -> [DefinitionFinding] in
      guard let section = definition.section(rules.section) else { return [] }
      let path = DefinitionPath("administer", rules.section.rawValue)
      let starts = rules.start.compactMap { start in section.items.firstIndex { $0.code == start.at } }
      guard let lowest = starts.min(), let highest = starts.max(), highest > 0 else { return [] }
      var found: [DefinitionFinding] = []
      let codes = section.items.map(\.code.rawValue)
      if lowest > 0, rules.basal?.reverse != true {
        found.append(
          self.finding(
            path["start"],
            "no child is ever given \(codes[..<lowest].joined(separator: ", "))",
            remedy: "start some age at \(codes[0]), or let the basal reverse"
          )
        )
      }
      let below = codes[..<highest].joined(separator: ", ")
      if let basal = rules.basal {
        if !basal.creditBelow {
          found.append(
            self.finding(
              path["basal"]["credit-below"],
              "\(below) below the start at \(codes[highest]) get no points",
              remedy: "set credit-below: true, or start every age at \(codes[0])"
            )
          )
        }
        if !basal.reverse {
          found.append(
            self.finding(
              path["basal"]["reverse"],
              "a child who misses the basal from \(codes[highest]) is never given \(below)",
              remedy: "set reverse: true, or start every age at \(codes[0])"
            )
          )
        }
      } else {
        found.append(
          self.finding(
            path["start"],
            "\(below) below the start at \(codes[highest]) have no points without a basal",
            remedy: "add a basal that credits the items below, or start every age at \(codes[0])"
          )
        )
      }
      return found
    }
  }
}
