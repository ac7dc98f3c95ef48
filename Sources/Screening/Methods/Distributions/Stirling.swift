// SPDX-License-Identifier: Apache-2.0

import Glibc

/// What Stirling's formula leaves over, and deviances near 0, without cancellation.
///
/// - SeeAlso: C. Loader, "Fast and accurate computation of binomial probabilities" (2000), for the way binomial
///   and Poisson terms are put together from these two.
enum Stirling {
  /// ln Γ(x + 1) − (x + ½)·ln x + x − ½·ln 2π for x > 0.
  static func remainder(_ x: Double) -> Double {
    guard x >= 16 else {
      return logGamma(x + 1) - (x + 0.5) * log(x) + x - 0.5 * log(2 * Double.pi)
    }
    let square = x * x
    var sum = 1.0 / 1188
    sum = -1.0 / 1680 + sum / square
    sum = 1.0 / 1260 + sum / square
    sum = -1.0 / 360 + sum / square
    sum = 1.0 / 12 + sum / square
    return sum / x
  }

  /// x·ln(x/m) + m − x for x, m > 0: 0 at x = m, and accurate near it.
  static func deviance(_ x: Double, _ m: Double) -> Double {
    let difference = x - m
    guard abs(difference) < 0.1 * (x + m) else { return x * log(x / m) + m - x }
    // With v = (x − m)/(x + m): ln(x/m) = 2·(v + v³/3 + v⁵/5 + …).
    let v = difference / (x + m)
    var sum = difference * v
    var power = 2 * x * v
    for j in 1..<1000 {
      power *= v * v
      let next = sum + power / Double(2 * j + 1)
      if next == sum { break }
      sum = next
    }
    return sum
  }
}

/// ln Γ(x) for x > 0.
func logGamma(_ x: Double) -> Double {
  let (value, _) = lgamma(x)
  return value
}
