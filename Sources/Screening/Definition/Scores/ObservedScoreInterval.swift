// SPDX-License-Identifier: Apache-2.0

/// An interval around the observed score: `{sem: ss.all, reliability: 0.91, level: 0.90}`, or with `se: se.theta` in
/// place of the reliability for a score made from an ability.
public struct ObservedScoreInterval: Hashable, Sendable {
  /// A scaled score.
  public var of: ScoreName
  public var error: ErrorSource
  /// The share of such intervals that hold the true score, between 0 and 1.
  public var level: Double

  public init(of: ScoreName, error: ErrorSource, level: Double) {
    self.of = of
    self.error = error
    self.level = level
  }
}
