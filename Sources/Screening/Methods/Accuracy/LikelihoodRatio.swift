// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The ratio of two proportions from different children, (a/m)/(b/n).
enum LikelihoodRatio {
  /// Interval exp(ln LR ± z·√(1/a − 1/m + 1/b − 1/n)); none when a is 0, or the standard error is. `nil` when b, m
  /// or n is 0.
  static func estimate(
    _ a: Int,
    of m: Int,
    over b: Int,
    of n: Int,
    level: Double
  ) throws(NoEstimate) -> Estimate? {
    let z = try NormalDistribution.critical(level: level)
    guard m > 0, n > 0, b > 0 else { return nil }
    let ratio = (Double(a) / Double(m)) / (Double(b) / Double(n))
    let variance = 1 / Double(a) - 1 / Double(m) + 1 / Double(b) - 1 / Double(n)
    guard a > 0, variance > 0 else { return Estimate(ratio, n: m + n) }
    let factor = exp(z * variance.squareRoot())
    let interval = ConfidenceInterval(low: ratio / factor, high: ratio * factor, level: level)
    return Estimate(ratio, n: m + n, interval: interval)
  }
}
