// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A score is made from scores declared before it, so that none can depend on itself.
struct ScoreOrder: DefinitionRule {
  static let code = "screener.score-order"

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.enumerated().flatMap { index, score in
      score.references.compactMap { key, name -> DefinitionFinding? in
        guard let other = definition.scores.firstIndex(where: { $0.name == name }), other >= index else {
          return nil
        }
        let message =
          other == index
          ? "\(score.name) is made from itself" : "\(score.name) is made from \(name), which comes after it"
        return self.finding(score.path[key], message, remedy: "declare \(name) before \(score.name)")
      }
    }
  }
}
