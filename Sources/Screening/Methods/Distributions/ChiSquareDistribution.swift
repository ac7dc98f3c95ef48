// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The chi-square distribution: the sum of `degrees` squared standard normal variables.
///
/// P(X ≤ x) = P(degrees/2, x/2), the regularised incomplete gamma function.
public struct ChiSquareDistribution: Hashable, Sendable {
  public let degrees: Double

  /// `nil` unless `degrees` is above 0 and finite.
  public init?(degrees: Double) {
    guard degrees > 0, degrees.isFinite else { return nil }
    self.degrees = degrees
  }

  /// P(X ≤ x); 0 below 0, `nil` for a number that is none.
  public func cumulative(_ x: Double) -> Double? {
    x < 0 ? 0 : IncompleteGamma.regularised(x / 2, a: self.degrees / 2)?.lower
  }

  /// P(X > x), the p value of a test, accurate far into the tail.
  public func upperTail(_ x: Double) -> Double? {
    x < 0 ? 1 : IncompleteGamma.regularised(x / 2, a: self.degrees / 2)?.upper
  }

  /// The x with P(X ≤ x) = `share`; `nil` unless 0 < share < 1.
  public func quantile(_ share: Double) -> Double? {
    guard share > 0, share < 1, let z = NormalDistribution.quantile(share) else { return nil }
    // Wilson and Hilferty's cube, as a place to start.
    let ninth = 2 / (9 * self.degrees)
    let guess = self.degrees * pow(max(1 - ninth + z * ninth.squareRoot(), 0.05), 3)
    var high = max(2 * guess, 1)
    while let below = self.cumulative(high), below < share, high < 1e300 { high *= 2 }
    return MonotoneRoot.solve(
      between: 0,
      and: high,
      start: guess,
      value: { x in
        // Whichever tail is the small one keeps its digits.
        share > 0.5 ? self.upperTail(x).map { 1 - share - $0 } : self.cumulative(x).map { $0 - share }
      },
      slope: { IncompleteGamma.kernel($0 / 2, self.degrees / 2) / $0 }
    )
  }
}
