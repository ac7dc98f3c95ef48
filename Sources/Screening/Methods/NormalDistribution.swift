// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The standard normal distribution.
public enum NormalDistribution {
  /// Φ(z): the share of the population at or below `z`, as ½·erfc(−z/√2), which keeps its relative accuracy
  /// far into the lower tail.
  public static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z * 0.5.squareRoot()) }

  /// The density φ(z).
  public static func density(_ z: Double) -> Double { exp(-0.5 * z * z) / (2 * Double.pi).squareRoot() }

  /// The z with Φ(z) = `share`; `nil` unless `share` lies strictly between 0 and 1.
  ///
  /// Newton's method on ln Φ, which is increasing and concave. The start −√(−2 ln p) lies below the root
  /// because Φ(z) ≤ ½·exp(−z²/2) for z ≤ 0; from there the steps rise to the root and never pass it.
  public static func quantile(_ share: Double) -> Double? {
    guard share > 0, share < 1 else { return nil }
    // 1 − share is exact for shares of a half and more (Sterbenz).
    if share > 0.5 { return Self.quantile(1 - share).map { -$0 } }
    if share == 0.5 { return 0 }
    let target = log(share)
    var z = -(-2 * target).squareRoot()
    for _ in 0..<64 {
      let below = Self.cumulative(z)
      let step = (log(below) - target) * below / Self.density(z)
      z -= step
      if abs(step) <= 1e-15 * max(1, abs(z)) { break }
    }
    return z - (Self.cumulative(z) - share) / Self.density(z)
  }
}
