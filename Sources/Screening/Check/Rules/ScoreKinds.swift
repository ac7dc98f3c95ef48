// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Each kind of score is made from the kind it needs: z scores from sums, scaled scores and percentiles from z
/// scores, intervals and change from scaled scores, standard errors from abilities.
struct ScoreKinds: DefinitionRule {
  static let code = "screener.score-kind"

  private enum Family: String {
    case sum = "a sum"
    case mean = "a mean"
    case z = "a z score"
    case ability = "an ability"
    case error = "a standard error"
    case scaled = "a scaled score"
    case table = "a table's score with a mean and an sd"
    case other = "none of these"
  }

  func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    definition.scores.flatMap { score -> [DefinitionFinding] in
      score.references.compactMap { key, name in
        guard let other = definition.score(name) else { return nil }
        let needed = Self.needed(by: score.kind, key)
        guard !needed.isEmpty, !needed.contains(Self.family(of: other.kind)) else { return nil }
        let kinds = needed.map(\.rawValue).joined(separator: " or ")
        return self.finding(
          score.path[key],
          "\(score.name) needs \(kinds) and \(name) is not one",
          remedy: "name \(kinds)"
        )
      }
    }
  }

  private static func needed(by kind: ScoreDeclaration.Kind, _ key: String) -> [Family] {
    switch kind {
    case .sum, .mean, .ability, .route: []
    case .add, .lookup: [.sum]
    case .lms, .ageEquivalent: [.sum, .mean]
    case .scale: [.z, .ability]
    case .stanine, .percentile: [.z, .ability, .table]
    case .observed, .belowCut: key == "se" ? [.error] : [.scaled, .table]
    case .trueScore, .reliableChange: [.scaled, .table]
    case .abilityError: [.ability]
    }
  }

  private static func family(of kind: ScoreDeclaration.Kind) -> Family {
    switch kind {
    case .sum, .add: .sum
    case .mean: .mean
    case .lms: .z
    case .ability: .ability
    case .abilityError: .error
    case .scale: .scaled
    case .lookup(let lookup): lookup.metric == nil ? .other : .table
    case .stanine, .percentile, .observed, .trueScore, .belowCut, .ageEquivalent, .route, .reliableChange: .other
    }
  }
}
