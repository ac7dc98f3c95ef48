// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The regularised incomplete beta function I_x(a, b), the distribution function of a beta variable.
///
/// The continued fraction DLMF 8.17.22 by Lentz's method, on the side of the mean where it converges fast; the
/// factor before it from binomial deviances, so that large a and b keep their accuracy. About √max(a, b) steps.
public enum IncompleteBeta {
  /// I_x(a, b) and 1 − I_x(a, b), each to its own relative accuracy; `nil` unless 0 ≤ x ≤ 1 and a, b are above
  /// 0 and finite.
  public static func regularised(_ x: Double, a: Double, b: Double) -> (lower: Double, upper: Double)? {
    guard x >= 0, x <= 1 else { return nil }
    return Self.regularised(x, complement: 1 - x, a: a, b: b)
  }

  /// The same with 1 − x given apart, for an x so near 1 that the difference would be lost.
  static func regularised(
    _ x: Double,
    complement y: Double,
    a: Double,
    b: Double
  ) -> (lower: Double, upper: Double)? {
    guard x >= 0, y >= 0, a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    guard x > 0 else { return (0, 1) }
    guard y > 0 else { return (1, 0) }
    if x <= (a + 1) / (a + b + 2) {
      guard let fraction = Self.fraction(x, a, b) else { return nil }
      let lower = min(1, Self.kernel(x, y, a, b) * fraction / a)
      return (lower, 1 - lower)
    }
    guard let fraction = Self.fraction(y, b, a) else { return nil }
    let upper = min(1, Self.kernel(x, y, a, b) * fraction / b)
    return (1 - upper, upper)
  }

  /// The x with I_x(a, b) = `share`, and its complement; `nil` unless 0 < share < 1 and a, b > 0.
  public static func quantile(_ share: Double, a: Double, b: Double) -> (x: Double, complement: Double)? {
    guard share > 0, share < 1, a > 0, b > 0, a.isFinite, b.isFinite else { return nil }
    guard let half = Self.regularised(0.5, a: a, b: b) else { return nil }
    // Solve on the half of the line where x itself is the small number.
    if share <= half.lower {
      return Self.smallQuantile(share, a, b).map { ($0, 1 - $0) }
    }
    return Self.smallQuantile(1 - share, b, a).map { (1 - $0, $0) }
  }

  /// The quantile when it is not above a half.
  private static func smallQuantile(_ share: Double, _ a: Double, _ b: Double) -> Double? {
    MonotoneRoot.solve(
      between: 0,
      and: 0.5,
      start: min(0.5, a / (a + b)),
      value: { Self.regularised($0, a: a, b: b).map { $0.lower - share } },
      slope: { Self.kernel($0, 1 - $0, a, b) / ($0 * (1 - $0)) }
    )
  }

  /// x^a·(1−x)^b / B(a, b).
  private static func kernel(_ x: Double, _ y: Double, _ a: Double, _ b: Double) -> Double {
    let n = a + b
    let logarithm =
      Stirling.remainder(n) - Stirling.remainder(a) - Stirling.remainder(b)
      - Stirling.deviance(a, n * x) - Stirling.deviance(b, n * y)
    return exp(logarithm) * (a * b / (2 * Double.pi * n)).squareRoot()
  }

  /// The continued fraction with x^a·(1−x)^b/(a·B(a, b)) taken out.
  private static func fraction(_ x: Double, _ a: Double, _ b: Double) -> Double? {
    let tiny = 1e-300
    func away(_ value: Double) -> Double { abs(value) < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / away(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1...200_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / away(1 + even * d)
      c = away(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / away(1 + odd * d)
      c = away(1 + odd / c)
      result *= d * c
      if abs(d * c - 1) <= 3e-16 { return result }
    }
    return nil
  }
}
