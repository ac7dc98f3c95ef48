// SPDX-License-Identifier: Apache-2.0

/// How far an observed score can lie from the true one by chance.
///
/// The standard error of measurement is SEM = SD·√(1 − r), or a score's own standard error; the interval is x ± z·SEM.
///
/// - SeeAlso: F. M. Lord, M. R. Novick, "Statistical Theories of Mental Test Scores" (1968), 3.8.
public struct ObservedScore: Hashable, Sendable {
  public let value: Double
  public let standardError: Double

  public init(_ value: Double, standardError: Double) {
    self.value = value
    self.standardError = standardError
  }

  public init(_ value: Double, sd: Double, reliability: Double) {
    self.init(value, standardError: sd * (1 - reliability).squareRoot())
  }

  /// The central interval at `level`; `nil` unless 0 < level < 1.
  public func interval(level: Double) -> (low: Double, high: Double)? {
    guard level > 0, level < 1, let critical = NormalDistribution.quantile((1 + level) / 2) else { return nil }
    return self.interval(critical: critical)
  }

  func interval(critical: Double) -> (low: Double, high: Double) {
    (self.value - critical * self.standardError, self.value + critical * self.standardError)
  }

  /// The probability that the true score is below `cut` when it is spread around the observed one: Φ((cut − x)/SE).
  /// Right for an ability with its own standard error; for a score with a reliability use
  /// ``TrueScore/probability(below:)``, which knows that extreme scores lie nearer to the mean.
  public func probability(below cut: Double) -> Double {
    NormalDistribution.cumulative((cut - self.value) / self.standardError)
  }
}
