// SPDX-License-Identifier: Apache-2.0

/// The two ends of an interval and the level of confidence it was made for, such as 0.95.
public struct ConfidenceInterval: Hashable, Sendable {
  public let low: Double
  public let high: Double
  public let level: Double

  public init(low: Double, high: Double, level: Double) {
    self.low = low
    self.high = high
    self.level = level
  }

  public func contains(_ value: Double) -> Bool { self.low <= value && value <= self.high }

  /// `value` ± `critical` standard errors, cut to `limits`; `nil` when the standard error is 0 or not finite,
  /// because a large-sample error of 0 says nothing about a small sample.
  static func symmetric(
    around value: Double,
    standardError: Double,
    critical: Double,
    level: Double,
    within limits: ClosedRange<Double>
  ) -> ConfidenceInterval? {
    guard standardError > 0, standardError.isFinite else { return nil }
    return ConfidenceInterval(
      low: max(limits.lowerBound, value - critical * standardError),
      high: min(limits.upperBound, value + critical * standardError),
      level: level
    )
  }
}
