// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The regularised incomplete gamma function P(a, x) and its complement Q(a, x).
///
/// The power series DLMF 8.11.4 below a + 1, the continued fraction DLMF 8.9.2 above it, by Lentz's method.
public enum IncompleteGamma {
  /// P and Q = 1 − P, each to its own relative accuracy; `nil` unless a is above 0 and finite and x ≥ 0.
  public static func regularised(_ x: Double, a: Double) -> (lower: Double, upper: Double)? {
    guard a > 0, a.isFinite, x >= 0 else { return nil }
    guard x > 0 else { return (0, 1) }
    guard x.isFinite else { return (1, 0) }
    if x < a + 1 {
      guard let sum = Self.series(x, a) else { return nil }
      let lower = min(1, Self.kernel(x, a) * sum / a)
      return (lower, 1 - lower)
    }
    guard let fraction = Self.fraction(x, a) else { return nil }
    let upper = min(1, Self.kernel(x, a) * fraction)
    return (1 - upper, upper)
  }

  /// x^a·e^(−x) / Γ(a).
  static func kernel(_ x: Double, _ a: Double) -> Double {
    exp(-Stirling.remainder(a) - Stirling.deviance(a, x)) * (a / (2 * Double.pi)).squareRoot()
  }

  private static func series(_ x: Double, _ a: Double) -> Double? {
    var term = 1.0
    var sum = 1.0
    for step in 1...200_000 {
      term *= x / (a + Double(step))
      sum += term
      if term <= sum * 1e-17 { return sum }
    }
    return nil
  }

  private static func fraction(_ x: Double, _ a: Double) -> Double? {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / away(b)
    var result = d
    for step in 1...200_000 {
      let i = Double(step)
      let numerator = -i * (i - a)
      b += 2
      d = 1 / away(b + numerator * d)
      c = away(b + numerator / c)
      result *= d * c
      if abs(d * c - 1) <= 3e-16 { return result }
    }
    return nil
  }
}
