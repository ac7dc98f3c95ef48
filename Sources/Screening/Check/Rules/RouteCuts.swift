// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every section of a route has rising cuts that its points can reach, one fewer than there are colours.
struct RouteCuts: DefinitionRule {
  static let code = "screener.route-cut"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    guard let route = definition.route, !definition.waitsForCuts else { return [] }
    let path = DefinitionPath("route", "cuts")
    return route.sections.compactMap { id -> DefinitionFinding? in
      guard let section = definition.section(id), let points = definition.responseSet(section.use)?.points,
        ResponsePoints.allows(points.lowest), ResponsePoints.allows(points.highest)
      else { return nil }
      guard let cuts = route.cuts.first(where: { $0.section == id })?.points else {
        return self.finding(path, "section \(id) has no cuts", remedy: "add \(id): [from which each next colour holds]")
      }
      let (lowest, highest) = (points.lowest * section.items.count, points.highest * section.items.count)
      guard cuts.count == route.colours.count - 1, zip(cuts, cuts.dropFirst()).allSatisfy({ $0 < $1 }),
        cuts.allSatisfy({ lowest < $0 && $0 <= highest })
      else {
        let text = cuts.map(String.init).joined(separator: ", ")
        return self.finding(
          path[id.rawValue],
          "section \(id) has the cuts [\(text)], \(route.colours.count) colours and \(lowest) to \(highest) points",
          remedy: "give \(max(route.colours.count - 1, 1)) rising numbers above \(lowest) and at most \(highest)"
        )
      }
      return nil
    }
  }
}
