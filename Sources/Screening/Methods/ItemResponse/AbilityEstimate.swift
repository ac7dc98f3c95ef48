// SPDX-License-Identifier: Apache-2.0

/// Where a child stands on a bank's scale, and how surely.
public struct AbilityEstimate: Hashable, Sendable {
  /// The end of the estimator's range that stopped the search.
  public enum Bound: String, Hashable, Sendable { case lowest, highest }

  public let theta: Double
  /// As the estimator defines it; infinite where the answered items say nothing.
  public let standardError: Double
  /// Set when the answers fit best beyond the range: theta is then its end, not an estimate, and the standard
  /// error is that of an ability there.
  public let bound: Bound?
  /// How many items it rests on.
  public let answered: Int

  public init(theta: Double, standardError: Double, bound: Bound? = nil, answered: Int) {
    self.theta = theta
    self.standardError = standardError
    self.bound = bound
    self.answered = answered
  }

  /// θ ± z·SE, which holds the ability with probability `level`; `nil` unless 0 < level < 1.
  public func interval(level: Double) -> (low: Double, high: Double)? {
    guard level > 0, level < 1, let critical = NormalDistribution.quantile((1 + level) / 2) else { return nil }
    return (self.theta - critical * self.standardError, self.theta + critical * self.standardError)
  }
}
