// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The range stated for a total is the range its parts can add up to.
struct AddedRange: DefinitionRule {
  static let code = "screener.score-range"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.compactMap { score in
      guard case .add(let add) = score.kind, let stated = add.range,
        let attainable = definition.attainablePoints(score.name), stated != attainable
      else { return nil }
      return self.finding(
        score.path["range"],
        "\(score.name) is stated as \(stated) and can be \(attainable)",
        remedy: "state [\(attainable.lowest), \(attainable.highest)], or mend the sections"
      )
    }
  }
}
