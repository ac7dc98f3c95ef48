// SPDX-License-Identifier: Apache-2.0

/// Differential item functioning by logistic regression, of a group or of a covariate such as the share of English
/// a child hears.
///
/// Three models of a right answer: total; total and group; total, group and their product. Uniform bias is the fall
/// of −2·ln likelihood from the first to the second, non-uniform from the second to the third, each chi-square on one
/// degree of freedom: H. Swaminathan, H. J. Rogers, "Detecting differential item functioning using logistic
/// regression procedures", Journal of Educational Measurement 27 (1990) 361–370.
///
/// Cost: about 20 passes over the children.
public struct LogisticDIF: Hashable, Sendable {
  public struct Test: Hashable, Sendable {
    /// On one degree of freedom.
    public let chiSquare: Double
    public let p: Double
  }

  public let item: Int
  public let uniform: Test
  /// `nil`: the model with the product has no fit.
  public let nonUniform: Test?
  /// The change of the log odds of a right answer for one more unit of the group or covariate, total held; below 0
  /// the item is harder where it is larger. Its interval is Wald's.
  public let effect: Estimate

  /// `item` and `matching` are columns from 0; the item itself always counts in its total. `matching` is all items
  /// unless told.
  ///
  /// Throws `noVariance` when all answers, totals or groups are the same, `noFit` when the answers can be told from
  /// the total or the group without error, or the two say the same thing.
  public init(
    item: Int,
    in data: BiasData,
    matching: Set<Int>? = nil,
    level: Double = 0.95
  ) throws(NoEstimate) {
    let critical = try NormalDistribution.critical(level: level)
    let matching = matching ?? data.allItems
    try data.check(item: item, matching: matching)
    let answers = data.answers(to: item)
    guard answers.contains(0), answers.contains(1) else { throw .noVariance }
    let totals = data.totals(matching: matching, with: item).map(Double.init)
    let (total, _) = try Self.standardised(totals)
    let (group, spread) = try Self.standardised(data.group)
    let base = try LogisticRegression(answers, on: [total])
    let main = try LogisticRegression(answers, on: [total, group])
    let product = zip(total, group).map { $0 * $1 }
    let full = try? LogisticRegression(answers, on: [total, group, product])
    guard let uniform = Self.test(base, main) else { throw .noFit }
    self.item = item
    self.uniform = uniform
    self.nonUniform = full.flatMap { Self.test(main, $0) }
    let effect = main.coefficients[2] / spread
    self.effect = Estimate(
      effect,
      n: data.n,
      interval: .symmetric(
        around: effect,
        standardError: main.variances[2].squareRoot() / spread,
        critical: critical,
        level: level,
        within: -.infinity...(.infinity)
      )
    )
  }

  private static func test(_ smaller: LogisticRegression, _ larger: LogisticRegression) -> Test? {
    let chiSquare = max(0, smaller.deviance - larger.deviance)
    return ChiSquareDistribution(degrees: 1)?.upperTail(chiSquare).map { Test(chiSquare: chiSquare, p: $0) }
  }

  /// Mean 0 and standard deviation 1, which changes no likelihood and keeps the fit well conditioned.
  private static func standardised(
    _ values: [Double]
  ) throws(NoEstimate) -> (values: [Double], spread: Double) {
    let n = Double(values.count)
    let first = values.first ?? 0
    let mean = values.reduce(0) { $0 + ($1 - first) / n }
    let centred = values.map { $0 - first - mean }
    let spread = (centred.reduce(0) { $0 + $1 * $1 / n }).squareRoot()
    guard spread > 0, spread.isFinite else { throw .noVariance }
    return (centred.map { $0 / spread }, spread)
  }
}
