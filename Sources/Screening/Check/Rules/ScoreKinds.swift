// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Each kind of score is made from the kind it needs: z scores from sums, scaled scores and percentiles from z
/// scores, intervals and change from scaled scores.
struct ScoreKinds: DefinitionRule {
  static let code = "screener.score-kind"

  private enum Family: String {
    case sum = "a sum"
    case z = "a z score"
    case scaled = "a scaled score"
    case other = "neither"
  }

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.flatMap { score -> [DefinitionFinding] in
      guard let needed = Self.needed(by: score.kind) else { return [] }
      return score.references.compactMap { key, name in
        guard let other = definition.score(name), Self.family(of: other.kind) != needed else { return nil }
        return self.finding(
          score.path[key],
          "\(score.name) needs \(needed.rawValue) and \(name) is not one",
          remedy: "name \(needed.rawValue)"
        )
      }
    }
  }

  private static func needed(by kind: ScoreDeclaration.Kind) -> Family? {
    switch kind {
    case .sum: nil
    case .add, .lms, .ageEquivalent: .sum
    case .scale, .percentile: .z
    case .trueScore, .reliableChange: .scaled
    }
  }

  private static func family(of kind: ScoreDeclaration.Kind) -> Family {
    switch kind {
    case .sum, .add: .sum
    case .lms: .z
    case .scale: .scaled
    case .percentile, .trueScore, .ageEquivalent, .reliableChange: .other
    }
  }
}
