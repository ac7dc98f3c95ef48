// SPDX-License-Identifier: Apache-2.0

/// How a screening's yes and no compare with a later outcome, from the four counts.
///
/// Proportions have the interval of `ProportionMethod`. Likelihood ratios have the interval of the logarithm,
/// exp(ln LR ± z·SE), from D. L. Simel, G. P. Samsa, D. B. Matchar, "Likelihood ratios with confidence", Journal
/// of Clinical Epidemiology 44 (1991) 763–770. Youden's J = sensitivity + specificity − 1 is a difference of two
/// proportions, with the square-and-add interval of R. G. Newcombe, "Interval estimation for the difference
/// between independent proportions", Statistics in Medicine 17 (1998) 873–890, method 10.
///
/// A value whose denominator is 0 is `nil`. Children whose outcome nobody looked for are in no cell: where only
/// children who screened positive were followed up, sensitivity and specificity are biased.
public struct ScreeningAccuracy: Hashable, Sendable {
  public let truePositives: Int
  public let falsePositives: Int
  public let falseNegatives: Int
  public let trueNegatives: Int
  /// Children without a screening or without an outcome.
  public let leftOut: Int

  public let sensitivity: Estimate?
  public let specificity: Estimate?
  /// At the share of affected children in these data; see `PredictiveValues` for another.
  public let positivePredictiveValue: Estimate?
  public let negativePredictiveValue: Estimate?
  /// The share of affected children.
  public let prevalence: Estimate
  /// Sensitivity/(1 − specificity); without an interval when nobody was a true positive.
  public let positiveLikelihoodRatio: Estimate?
  /// (1 − sensitivity)/specificity; without an interval when nobody was a false negative.
  public let negativeLikelihoodRatio: Estimate?
  public let youden: Estimate?

  public var n: Int { self.prevalence.n }

  /// Counts lie in 0...10⁹. Throws `tooFew` when all are 0.
  public init(
    truePositives: Int,
    falsePositives: Int,
    falseNegatives: Int,
    trueNegatives: Int,
    intervals method: ProportionMethod = .wilson,
    level: Double = 0.95
  ) throws(NoEstimate) {
    try self.init(
      (truePositives, falsePositives, falseNegatives, trueNegatives),
      leftOut: 0,
      method: method,
      level: level
    )
  }

  /// One entry a child: whether the screening was positive, and whether the outcome showed the difficulty. `nil`
  /// is not known.
  ///
  /// Throws `unevenRows` for lists of different lengths.
  public init(
    positive: [Bool?],
    affected: [Bool?],
    intervals method: ProportionMethod = .wilson,
    level: Double = 0.95
  ) throws(NoEstimate) {
    guard positive.count == affected.count else {
      throw .unevenRows(row: min(positive.count, affected.count) + 1)
    }
    var counts = (0, 0, 0, 0)
    var leftOut = 0
    for pair in zip(positive, affected) {
      switch pair {
      case (true?, true?): counts.0 += 1
      case (true?, false?): counts.1 += 1
      case (false?, true?): counts.2 += 1
      case (false?, false?): counts.3 += 1
      default: leftOut += 1
      }
    }
    try self.init(counts, leftOut: leftOut, method: method, level: level)
  }

  private init(
    _ counts: (Int, Int, Int, Int),
    leftOut: Int,
    method: ProportionMethod,
    level: Double
  ) throws(NoEstimate) {
    let (tp, fp, fn, tn) = counts
    for count in [tp, fp, fn, tn] where !(0...1_000_000_000).contains(count) { throw .badParameter("count") }
    self.truePositives = tp
    self.falsePositives = fp
    self.falseNegatives = fn
    self.trueNegatives = tn
    self.leftOut = leftOut
    self.prevalence = try method.proportion(tp + fn, of: tp + fp + fn + tn, level: level)
    let sensitivity = tp + fn > 0 ? try method.proportion(tp, of: tp + fn, level: level) : nil
    let specificity = tn + fp > 0 ? try method.proportion(tn, of: tn + fp, level: level) : nil
    self.sensitivity = sensitivity
    self.specificity = specificity
    self.positivePredictiveValue = tp + fp > 0 ? try method.proportion(tp, of: tp + fp, level: level) : nil
    self.negativePredictiveValue = tn + fn > 0 ? try method.proportion(tn, of: tn + fn, level: level) : nil
    self.positiveLikelihoodRatio = try LikelihoodRatio.estimate(tp, of: tp + fn, over: fp, of: fp + tn, level: level)
    self.negativeLikelihoodRatio = try LikelihoodRatio.estimate(fn, of: tp + fn, over: tn, of: fp + tn, level: level)
    self.youden = YoudenIndex.estimate(sensitivity, specificity)
  }
}
