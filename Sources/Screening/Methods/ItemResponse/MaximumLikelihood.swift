// SPDX-License-Identifier: Apache-2.0

/// The ability under which the answers are the most likely: Σ d ln P/dθ = 0, with SE = 1/√I(θ̂).
///
/// ln L is concave, so there is one root at most. There is none when every answer is the lowest, or every answer
/// the highest of its item: the estimate is then the end of the range, and says so.
///
/// - SeeAlso: F. Lord, "Applications of Item Response Theory to Practical Testing Problems", 1980, ch. 4.
struct MaximumLikelihood {
  var range: AbilityRange

  func estimate(_ answered: AnsweredItems) -> AbilityEstimate {
    let (theta, bound) = self.range.zero { answered.score(at: $0) }
    let standardError = 1 / answered.information(at: theta).squareRoot()
    return AbilityEstimate(theta: theta, standardError: standardError, bound: bound, answered: answered.count)
  }
}
