// SPDX-License-Identifier: Apache-2.0

/// The most probable ability once the normal prior is taken into account, also called Bayes modal:
/// Σ d ln P/dθ + (μ − θ)/σ² = 0, with SE = 1/√(I(θ̂) + 1/σ²).
///
/// The posterior's logarithm is strictly concave, so there is one root; it exists for every pattern of answers.
///
/// - SeeAlso: A. Birnbaum, "Statistical theory for logistic mental test models with a prior distribution of
///   ability", Journal of Mathematical Psychology 6 (1969) 258–276.
struct MaximumAPosteriori {
  var prior: AbilityPrior
  var range: AbilityRange

  func estimate(_ answered: AnsweredItems) -> AbilityEstimate {
    let precision = 1 / (self.prior.sd * self.prior.sd)
    let (theta, bound) = self.range.zero { answered.score(at: $0) + (self.prior.mean - $0) * precision }
    let standardError = 1 / (answered.information(at: theta) + precision).squareRoot()
    return AbilityEstimate(theta: theta, standardError: standardError, bound: bound, answered: answered.count)
  }
}
