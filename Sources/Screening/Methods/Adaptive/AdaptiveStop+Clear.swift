// SPDX-License-Identifier: Apache-2.0

extension AdaptiveStop {
  /// Between which cuts the whole interval lies.
  public struct Clear: Hashable, Sendable {
    /// How many of the cuts lie at or below the interval: 0 is below every cut.
    public let cutsBelow: Int
    public let low: Double
    public let high: Double
    public let level: Double
  }

  /// The tier that `estimate` leaves no doubt of: with z the standard normal quantile of (1 + level)/2, no cut lies
  /// above θ − z·SE and at or below θ + z·SE.
  ///
  /// `nil` while a cut lies inside, and always for an estimate at the end of its range, whose standard error is not
  /// that of an estimate.
  ///
  /// - SeeAlso: D. J. Weiss, G. G. Kingsbury, "Application of computerized adaptive testing to educational
  ///   problems", Journal of Educational Measurement 21 (1984) 361–375 (adaptive mastery testing).
  public func clarity(of estimate: AbilityEstimate) -> Clear? {
    guard let level = self.clear, !self.cuts.isEmpty, estimate.bound == nil,
      let interval = estimate.interval(level: level)
    else { return nil }
    let below = self.cuts.count { $0 <= interval.low }
    guard below == self.cuts.count(where: { $0 <= interval.high }) else { return nil }
    return Clear(cutsBelow: below, low: interval.low, high: interval.high, level: level)
  }
}
