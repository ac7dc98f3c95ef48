// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Where a child's true score probably lies.
///
/// The estimate shrinks the observed score towards the mean, T = M + r·(x − M); its standard error is
/// SEE = SD·√(r·(1 − r)); the interval is T ± z·SEE.
///
/// - SeeAlso: F. J. Dudek, "The continuing misinterpretation of the standard error of measurement",
///   Psychological Bulletin 86 (1979) 335–337.
public struct TrueScore: Hashable, Sendable {
  public let estimate: Double
  public let standardError: Double

  public init(observed: Double, mean: Double, sd: Double, reliability: Double) {
    self.estimate = mean + reliability * (observed - mean)
    self.standardError = sd * (reliability * (1 - reliability)).squareRoot()
  }

  /// The central interval that holds the true score with probability `level`; `nil` unless 0 < level < 1.
  public func interval(level: Double) -> (low: Double, high: Double)? {
    guard level > 0, level < 1, let critical = NormalDistribution.quantile((1 + level) / 2) else {
      return nil
    }
    return self.interval(critical: critical)
  }

  func interval(critical: Double) -> (low: Double, high: Double) {
    (self.estimate - critical * self.standardError, self.estimate + critical * self.standardError)
  }

  /// The probability that the true score is below `cut`: Φ((cut − T)/SEE).
  public func probability(below cut: Double) -> Double {
    NormalDistribution.cumulative((cut - self.estimate) / self.standardError)
  }
}
