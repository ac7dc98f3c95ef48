// SPDX-License-Identifier: Apache-2.0

/// Cronbach's alpha: how far the items of a scale vary together.
///
/// α = k/(k−1)·(1 − Σs²ᵢ/s²ₜ) with the items' variances and the variance of their sum; standardised,
/// k·r̄/(1 + (k−1)·r̄) with the mean correlation between items. The interval is L. S. Feldt's: 1 − (1−α)·F, with
/// the quantiles of F on n − 1 and (n−1)(k−1) degrees.
///
/// - SeeAlso: L. J. Cronbach, Psychometrika 16 (1951) 297–334; L. S. Feldt, D. J. Woodruff, F. A. Salih,
///   "Statistical inference for coefficient alpha", Applied Psychological Measurement 11 (1987) 93–103.
public struct CronbachAlpha: Hashable, Sendable {
  /// What one item does for the scale. `nil` where it cannot be told.
  public struct Item: Hashable, Sendable {
    /// Alpha of the other items; `nil` with fewer than two of them, or when their sum does not vary.
    public let alphaIfDeleted: Double?
    /// The correlation of the item with the sum of the others; `nil` when one of the two does not vary.
    public let restCorrelation: Double?
  }

  /// Below 0 when the items vary against each other.
  public let alpha: Estimate
  /// `nil` when an item does not vary.
  public let standardised: Double?
  /// In the order of the columns.
  public let items: [Item]
  /// Children left out because an item was missing.
  public let leftOut: Int

  /// Rows are children, columns items scored in one direction. Needs three complete children and two items.
  ///
  /// Throws `noVariance` when the sum does not vary.
  public init(_ rows: [[Double?]], level: Double = 0.95) throws(NoEstimate) {
    guard level > 0, level < 1 else { throw .badParameter("level") }
    let covariances = try ItemCovariances(try CompleteCases(rows), least: 3, leastItems: 2)
    let (n, k) = (covariances.n, covariances.items)
    let withTotal = (0..<k).map(covariances.withTotal)
    let total = withTotal.reduce(0, +)
    let variances = covariances.variances
    let sum = variances.reduce(0, +)
    guard let alpha = Self.alpha(items: k, itemVariances: sum, total: total) else { throw .noVariance }
    self.alpha = Estimate(alpha, n: n, interval: Self.feldt(alpha, n: n, items: k, level: level))
    self.standardised = Self.standardised(covariances)
    self.leftOut = covariances.leftOut
    self.items = (0..<k).map { item in
      let rest = total - 2 * withTotal[item] + variances[item]
      let restVaries = Self.varies(rest, against: sum)
      let withRest = withTotal[item] - variances[item]
      return Item(
        alphaIfDeleted: Self.alpha(items: k - 1, itemVariances: sum - variances[item], total: rest),
        restCorrelation: restVaries && variances[item] > 0
          ? max(-1, min(1, withRest / (variances[item] * rest).squareRoot())) : nil
      )
    }
  }

  private static func alpha(items k: Int, itemVariances: Double, total: Double) -> Double? {
    guard k >= 2, Self.varies(total, against: itemVariances) else { return nil }
    return Double(k) / Double(k - 1) * (1 - itemVariances / total)
  }

  /// Whether a variance of a sum is more than the rounding of its parts.
  private static func varies(_ variance: Double, against parts: Double) -> Bool {
    variance > 1e-12 * abs(parts)
  }

  private static func standardised(_ covariances: ItemCovariances) -> Double? {
    let k = covariances.items
    var sum = 0.0
    for item in 0..<k {
      for other in 0..<item {
        guard let r = covariances.correlation(item, other) else { return nil }
        sum += r
      }
    }
    let mean = sum / Double(k * (k - 1) / 2)
    let below = 1 + Double(k - 1) * mean
    return below > 1e-12 ? Double(k) * mean / below : nil
  }

  private static func feldt(_ alpha: Double, n: Int, items: Int, level: Double) -> ConfidenceInterval? {
    guard let f = FDistribution(Double(n - 1), Double(n - 1) * Double(items - 1)),
      let upper = f.quantile((1 + level) / 2), let lower = f.quantile((1 - level) / 2)
    else { return nil }
    return ConfidenceInterval(low: 1 - (1 - alpha) * upper, high: 1 - (1 - alpha) * lower, level: level)
  }
}
