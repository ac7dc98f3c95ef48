// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A weight is a whole number from 1 to 100 for an item of the sum's own sections.
struct SumWeights: DefinitionRule {
  static let code = "screener.weight"
  static let limit = 100

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.flatMap { score -> [DefinitionFinding] in
      guard case .sum(let sum) = score.kind else { return [] }
      let items = sum.sections.compactMap(definition.section).flatMap { $0.items.map(\.code) }
      return sum.weights.sorted { $0.key < $1.key }.compactMap { item, weight in
        let path = score.path["weights"][item.rawValue]
        guard items.contains(item) else {
          return self.finding(
            path,
            "\(score.name) weights the item \(item), which it does not sum",
            remedy: "name an item of its sections"
          )
        }
        guard !(1...Self.limit).contains(weight) else { return nil }
        return self.finding(
          path,
          "\(item) has the weight \(weight)",
          remedy: "give a whole number from 1 to \(Self.limit)"
        )
      }
    }
  }
}
