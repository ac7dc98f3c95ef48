// SPDX-License-Identifier: Apache-2.0

/// Fisher's F distribution: the ratio of two independent chi-square variables, each over its degrees.
///
/// P(F ≤ f) = I_x(d₁/2, d₂/2) with x = d₁·f/(d₁·f + d₂). The degrees need not be whole.
public struct FDistribution: Hashable, Sendable {
  public let numerator: Double
  public let denominator: Double

  /// `nil` unless both degrees are above 0 and finite.
  public init?(_ numerator: Double, _ denominator: Double) {
    guard numerator > 0, denominator > 0, numerator.isFinite, denominator.isFinite else { return nil }
    self.numerator = numerator
    self.denominator = denominator
  }

  /// P(F ≤ f); 0 below 0.
  public func cumulative(_ f: Double) -> Double? { f <= 0 ? 0 : self.tails(f)?.lower }

  /// P(F > f), the p value of a test.
  public func upperTail(_ f: Double) -> Double? { f <= 0 ? 1 : self.tails(f)?.upper }

  /// The f with P(F ≤ f) = `share`; `nil` unless 0 < share < 1.
  public func quantile(_ share: Double) -> Double? {
    guard let (x, y) = IncompleteBeta.quantile(share, a: self.numerator / 2, b: self.denominator / 2), y > 0
    else { return nil }
    return self.denominator * x / (self.numerator * y)
  }

  private func tails(_ f: Double) -> (lower: Double, upper: Double)? {
    guard f.isFinite else { return f == .infinity ? (1, 0) : nil }
    let (top, whole) = (self.numerator * f, self.numerator * f + self.denominator)
    guard whole.isFinite else { return (1, 0) }
    return IncompleteBeta.regularised(
      top / whole,
      complement: self.denominator / whole,
      a: self.numerator / 2,
      b: self.denominator / 2
    )
  }
}
