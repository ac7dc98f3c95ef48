// SPDX-License-Identifier: Apache-2.0

/// One named number of a screener. Scores are worked out in declared order, each from earlier ones.
public struct ScoreDeclaration: Hashable, Sendable {
  /// How a score is made; each case's type holds the rule's values.
  public enum Kind: Hashable, Sendable {
    case sum(SumScore)
    case add(AddScore)
    case lms(LMSScore)
    case scale(ScaleScore)
    case percentile(PercentileScore)
    case trueScore(TrueScoreInterval)
    case ageEquivalent(AgeEquivalentScore)
    case reliableChange(ReliableChangeScore)
  }

  public var name: ScoreName
  public var kind: Kind

  public init(name: ScoreName, kind: Kind) {
    self.name = name
    self.kind = kind
  }
}
