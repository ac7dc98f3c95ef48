// SPDX-License-Identifier: Apache-2.0

/// Student's t distribution. P(|T| > |t|) = I_x(d/2, ½) with x = d/(d + t²).
public struct StudentDistribution: Hashable, Sendable {
  public let degrees: Double

  /// `nil` unless `degrees` is above 0 and finite.
  public init?(degrees: Double) {
    guard degrees > 0, degrees.isFinite else { return nil }
    self.degrees = degrees
  }

  /// P(T ≤ t), accurate far into the lower tail.
  public func cumulative(_ t: Double) -> Double? {
    guard let outside = self.outside(abs(t)) else { return nil }
    return t < 0 ? outside / 2 : 1 - outside / 2
  }

  /// P(|T| > |t|), the two-sided p value.
  public func twoSided(_ t: Double) -> Double? { self.outside(abs(t)) }

  /// The t with P(T ≤ t) = `share`; `nil` unless 0 < share < 1.
  public func quantile(_ share: Double) -> Double? {
    guard share > 0, share < 1 else { return nil }
    if share == 0.5 { return 0 }
    let tail = min(share, 1 - share)
    guard let (x, y) = IncompleteBeta.quantile(2 * tail, a: self.degrees / 2, b: 0.5), x > 0 else { return nil }
    let t = (self.degrees * y / x).squareRoot()
    return share < 0.5 ? -t : t
  }

  private func outside(_ t: Double) -> Double? {
    guard t.isFinite else { return t == .infinity ? 0 : nil }
    let whole = self.degrees + t * t
    guard whole.isFinite else { return 0 }
    return IncompleteBeta.regularised(
      self.degrees / whole,
      complement: t * t / whole,
      a: self.degrees / 2,
      b: 0.5
    )?.lower
  }
}
