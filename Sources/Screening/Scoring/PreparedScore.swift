// SPDX-License-Identifier: Apache-2.0

/// A declared score with its references as positions in the score list.
struct PreparedScore: Sendable {
  /// The standard error that an interval or a probability is made with.
  enum StandardError: Sendable {
    /// One for every child: SD·√(1 − r), and the reliability for the true score.
    case reliability(Double)
    /// The position of an ability's standard error, and how many points of the scale one unit of ability is.
    case ability(Int, unit: Double)
  }

  enum Kind: Sendable {
    /// `weights` by section of the sum, then by item; `nil`: every item counts once.
    case sum(sections: [Int], weights: [[Int]]?, SumScore.Missing)
    case mean(sections: [Int], MeanScore)
    case add([Int])
    /// `byMonth` holds L, M, S from the first month of the screener's range.
    case lms(of: Int, byMonth: [NormTable.Reading?], NormTable)
    case lookup(of: Int, PreparedLookup)
    case scale(of: Int, ScaleScore)
    /// A z score is (x − mean)/sd of the referenced score.
    case stanine(of: Int, metric: ScoreMetric)
    case percentile(of: Int, metric: ScoreMetric, PercentileScore, below: String?, above: String?)
    case observed(of: Int, metric: ScoreMetric, StandardError, level: Double, critical: Double)
    case trueScore(of: Int, metric: ScoreMetric, TrueScoreInterval, critical: Double)
    case belowCut(of: Int, metric: ScoreMetric, StandardError, BelowCutScore)
    case ageEquivalent(of: Int, NormTable)
    case ability(PreparedAbility)
    case abilityError(of: Int)
    case route(RouteScore.What)
    case reliableChange
  }

  let name: ScoreName
  let kind: Kind

  /// `nil` when the definition is not sound.
  init?(_ declaration: ScoreDeclaration, in definition: ScreenerDefinition) {
    guard let kind = PreparedScoreResolver(definition).kind(of: declaration.kind) else { return nil }
    self.name = declaration.name
    self.kind = kind
  }
}
