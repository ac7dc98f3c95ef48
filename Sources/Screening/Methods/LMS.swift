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

  /// x = M·(1 + L·S·z)^(1/L), or M·exp(S·z) when L is 0. `nil` when 1 + L·S·z is not above 0.
  public func measurement(atZ z: Double) -> Double? {
    if self.l == 0 { return self.m * exp(self.s * z) }
    let base = 1 + self.l * self.s * z
    guard base > 0 else { return nil }
    return self.m * exp(log(base) / self.l)
  }
}
