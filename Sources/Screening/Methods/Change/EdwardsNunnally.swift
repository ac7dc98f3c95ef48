// SPDX-License-Identifier: Apache-2.0

/// Reliable change that allows for regression to the mean: the later score against an interval around the estimated
/// true earlier score.
///
/// Expected T = M + r·(x₁ − M), interval T ± 2·SEM with SEM = SD·√(1 − r). A child who first scored far from the mean
/// is expected to score nearer to it.
///
/// - SeeAlso: D. C. Speer, "Clinically significant change: Jacobson and Truax (1991) revisited", Journal of
///   Consulting and Clinical Psychology 60 (1992) 402–408, after D. W. Edwards and others (1978) and J. C. Nunnally.
public struct EdwardsNunnally: ReliableChangeMethod, Hashable {
  public let mean: Double
  public let reliability: Double
  public let standardError: Double
  public let criterion: Double
  public var method: ReliableChange.Method { .edwardsNunnally }

  /// `nil` unless 0 < reliability < 1, sd and criterion are above 0 and finite, and the mean is finite.
  public init?(mean: Double, sd: Double, reliability: Double, criterion: Double = 2) {
    guard let error = MeasurementError.standardError(sd: sd, reliability: reliability), mean.isFinite,
      criterion > 0, criterion.isFinite
    else { return nil }
    self.mean = mean
    self.reliability = reliability
    self.standardError = error
    self.criterion = criterion
  }

  public func change(_ scores: ComparableScores) -> ReliableChange? {
    ReliableChange(
      scores,
      by: self.method,
      expected: self.mean + self.reliability * (scores.earlier - self.mean),
      standardError: self.standardError,
      criterion: self.criterion
    )
  }
}
