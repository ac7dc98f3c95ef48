// SPDX-License-Identifier: Apache-2.0

/// One named number of a screener. Scores are worked out in declared order, each from earlier ones.
public struct ScoreDeclaration: Hashable, Sendable {
  /// How a score is made; each case's type holds the rule's values.
  public enum Kind: Hashable, Sendable {
    case sum(SumScore)
    case mean(MeanScore)
    case add(AddScore)
    case lms(LMSScore)
    case lookup(LookupScore)
    case scale(ScaleScore)
    case stanine(StanineScore)
    case percentile(PercentileScore)
    case observed(ObservedScoreInterval)
    case trueScore(TrueScoreInterval)
    case belowCut(BelowCutScore)
    case ageEquivalent(AgeEquivalentScore)
    case ability(AbilityScore)
    case abilityError(AbilityErrorScore)
    case route(RouteScore)
    case reliableChange(ReliableChangeScore)
  }

  public var name: ScoreName
  public var kind: Kind

  public init(name: ScoreName, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
