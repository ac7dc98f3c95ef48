// SPDX-License-Identifier: Apache-2.0

/// The loadings of items on one factor, by minimum residuals (minres).
///
/// Minimises Σ_{i<j} (r_ij − λᵢλⱼ)². With the other loadings held, each has the exact best value
/// λᵢ = Σ_{j≠i} r_ij·λⱼ / Σ_{j≠i} λⱼ²; these are taken in turn until none moves by 10⁻¹², so that the sum never
/// rises and the result depends on the data only. The signs make the loadings' sum positive.
///
/// - SeeAlso: H. H. Harman, W. H. Jones, "Factor analysis by minimizing residuals (minres)", Psychometrika 31
///   (1966) 351–368.
public struct OneFactorSolution: Hashable, Sendable {
  /// In the order of the columns, each strictly between −1 and 1.
  public let loadings: [Double]
  public let n: Int
  /// Children left out because an item was missing.
  public let leftOut: Int

  /// 1 − λ², the share of each item's variance that is not the factor's.
  public var uniquenesses: [Double] { self.loadings.map { 1 - $0 * $0 } }

  /// Rows are children, columns items. Needs three complete children and three items, without which the
  /// loadings are not determined.
  ///
  /// Throws `noVariance` for an item that does not vary, `improperSolution` for a loading of 1 or more (a
  /// Heywood case), `noFit` when items do not correlate or 20,000 rounds were not enough.
  public init(_ rows: [[Double?]]) throws(NoEstimate) {
    let covariances = try ItemCovariances(try CompleteCases(rows), least: 3, leastItems: 3)
    let k = covariances.items
    var correlations = [[Double]](repeating: [Double](repeating: 0, count: k), count: k)
    for item in 0..<k {
      for other in 0..<k where other != item {
        guard let r = covariances.correlation(item, other) else { throw .noVariance }
        correlations[item][other] = r
      }
    }
    self.loadings = try Self.loadings(of: correlations)
    self.n = covariances.n
    self.leftOut = covariances.leftOut
  }

  /// `correlations` is square with 0 on the diagonal.
  private static func loadings(of correlations: [[Double]]) throws(NoEstimate) -> [Double] {
    var loadings = try Self.start(correlations)
    var squares = loadings.reduce(0) { $0 + $1 * $1 }
    for _ in 0..<20_000 {
      var moved = 0.0
      for (item, row) in correlations.enumerated() {
        let old = loadings[item]
        let others = squares - old * old
        guard others > 1e-12 else { throw .noFit }
        var product = 0.0
        for (r, loading) in zip(row, loadings) { product += r * loading }
        let new = product / others
        moved = max(moved, abs(new - old))
        loadings[item] = new
        squares = loadings.reduce(0) { $0 + $1 * $1 }
      }
      if moved <= 1e-12 {
        if let item = loadings.firstIndex(where: { abs($0) >= 1 }) { throw .improperSolution(item: item) }
        return loadings.reduce(0, +) < 0 ? loadings.map { -$0 } : loadings
      }
    }
    throw .noFit
  }

  /// The correlations with the item that correlates most, which have the factor's signs.
  private static func start(_ correlations: [[Double]]) throws(NoEstimate) -> [Double] {
    let sums = correlations.map { $0.reduce(0) { $0 + abs($1) } }
    guard let most = sums.max(), most > 1e-9, let item = sums.firstIndex(of: most) else { throw .noFit }
    var start = correlations[item]
    start[item] = (most / Double(sums.count - 1)).squareRoot()
    return start
  }
}
