// SPDX-License-Identifier: Apache-2.0

/// An interval for the true score: `{true-score: ss.all, reliability: 0.91, level: 0.90}`.
public struct TrueScoreInterval: Hashable, Sendable {
  /// A scaled score.
  public var of: ScoreName
  /// Between 0 and 1.
  public var reliability: Double
  /// The probability the interval holds, between 0 and 1.
  public var level: Double

  public init(of: ScoreName, reliability: Double, level: Double) {
    self.of = of
    self.reliability = reliability
    self.level = level
  }
}
