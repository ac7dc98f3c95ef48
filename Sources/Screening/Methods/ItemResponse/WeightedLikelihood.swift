// SPDX-License-Identifier: Apache-2.0

/// Warm's estimate, which takes away the first-order bias of maximum likelihood and exists for every pattern of
/// answers: Σ d ln P/dθ + J(θ)/(2·I(θ)) = 0, with SE = 1/√I(θ̂) and J = Σ P′·P″/P over items and scores.
///
/// The weighted likelihood can have several peaks when steep items lie far apart. The range is searched in
/// 64 steps for places where the equation falls through 0, and the one under which the weighted likelihood is the
/// greatest is taken, the first of equals; peaks are compared by the trapezoid rule over the same steps.
///
/// - SeeAlso: T. A. Warm, "Weighted likelihood estimation of ability in item response theory", Psychometrika 54
///   (1989) 427–450; for graded answers, F. Samejima, "Expansion of Warm's weighted likelihood estimator of
///   ability …", National Council on Measurement in Education, 1998.
struct WeightedLikelihood {
  var range: AbilityRange

  func estimate(_ answered: AnsweredItems) -> AbilityEstimate {
    let (theta, bound) = self.peak { answered.score(at: $0) + answered.warmWeight(at: $0) }
    let standardError = 1 / answered.information(at: theta).squareRoot()
    return AbilityEstimate(theta: theta, standardError: standardError, bound: bound, answered: answered.count)
  }

  private func peak(_ slope: (Double) -> Double) -> (theta: Double, bound: AbilityEstimate.Bound?) {
    let steps = 64
    let width = (self.range.highest - self.range.lowest) / Double(steps)
    var (theta, value) = (self.range.lowest, slope(self.range.lowest))
    // The weighted log-likelihood above that at the lowest end, by the trapezoid rule.
    var height = 0.0
    var best: (height: Double, range: AbilityRange)? = value <= 0 ? (0, AbilityRange(theta, theta)) : nil
    for step in 1...steps {
      let next = step == steps ? self.range.highest : self.range.lowest + Double(step) * width
      let nextValue = slope(next)
      // A step ends at a peak, holds one, or the range ends while it still rises.
      if value > 0, nextValue <= 0 || step == steps {
        let top = height + width * max(value, 0) / 2
        if best.map({ top > $0.height }) ?? true { best = (top, AbilityRange(theta, next)) }
      }
      height += width * (value + nextValue) / 2
      (theta, value) = (next, nextValue)
    }
    guard let best else { return (self.range.highest, .highest) }
    if best.range.lowest == best.range.highest { return (self.range.lowest, .lowest) }
    let found = best.range.zero(of: slope)
    return (found.theta, found.theta == self.range.highest && found.bound == .highest ? .highest : nil)
  }
}
