// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The norm of a measurement at one age: Box-Cox power, median, coefficient of variation.
///
/// - SeeAlso: T. J. Cole, P. J. Green, "Smoothing reference centile curves: the LMS method and penalized
///   likelihood", Statistics in Medicine 11 (1992) 1305–1319.
public struct LMS: Hashable, Sendable {
  public let l: Double
  public let m: Double
  public let s: Double

  public init(l: Double, m: Double, s: Double) {
    self.l = l
    self.m = m
    self.s = s
  }

  /// z = ((x/M)^L − 1)/(L·S), or ln(x/M)/S when L is 0. Tails are kept as they are.
  ///
  /// `nil` where the formula has no finite value: a negative x, or 0 with L not above 0.
  public func zScore(of x: Double) -> Double? {
    guard x >= 0, self.m > 0, self.s > 0 else { return nil }
    let logarithm = log(x / self.m)
    let z = self.l == 0 ? logarithm / self.s : expm1(self.l * logarithm) / (self.l * self.s)
    return z.isFinite ? z : nil
  }

  /// As ``zScore(of:)``, with the tails that the norms ask for.
  ///
  /// `sd23` is the rule of the WHO child growth standards for skewed measurements: above 3 SD,
  /// z = 3 + (x − x(3)) / (x(3) − x(2)); below −3 SD, z = −3 + (x − x(−3)) / (x(−2) − x(−3)). Where the curve has no
  /// measurement at 2 or 3 SD the plain formula stands.
  ///
  /// - SeeAlso: World Health Organization, "WHO Child Growth Standards: length/height-for-age, weight-for-age …
  ///   methods and development" (2006), chapter 7, restricted application of the LMS method.
  public func zScore(of x: Double, tails: NormTable.Tails) -> Double? {
    guard let z = self.zScore(of: x), tails == .sd23, abs(z) > 3 else { return self.zScore(of: x) }
    let side: Double = z > 0 ? 1 : -1
    guard let two = self.measurement(atZ: 2 * side), let three = self.measurement(atZ: 3 * side) else {
      return z
    }
    let adjusted = side * (3 + (x - three) / (three - two))
    return adjusted.isFinite ? adjusted : z
  }

  /// x = M·(1 + L·S·z)^(1/L), or M·exp(S·z) when L is 0. `nil` when 1 + L·S·z is not above 0.
  public func measurement(atZ z: Double) -> Double? {
    if self.l == 0 { return self.m * exp(self.s * z) }
    let base = 1 + self.l * self.s * z
    guard base > 0 else { return nil }
    return self.m * exp(log(base) / self.l)
  }
}
