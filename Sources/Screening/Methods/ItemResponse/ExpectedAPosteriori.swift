// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The mean of the posterior distribution of ability, with its standard deviation as the standard error.
///
/// Over an even grid of abilities θ_q from one end of the range to the other, each weighs
/// w_q = L(θ_q)·φ((θ_q − μ)/σ), the two ends half (the trapezoid rule), and the weights are made to sum to 1:
/// θ̂ = Σ w_q·θ_q and SE = √(Σ w_q·(θ_q − θ̂)²). Weights are taken relative to the greatest, so that a long test
/// does not underflow.
///
/// - SeeAlso: R. D. Bock, R. J. Mislevy, "Adaptive EAP estimation of ability in a microcomputer environment",
///   Applied Psychological Measurement 6 (1982) 431–444.
struct ExpectedAPosteriori {
  var prior: AbilityPrior
  var range: AbilityRange
  /// At least 2.
  var points: Int

  func estimate(_ answered: AnsweredItems) -> AbilityEstimate {
    let step = (self.range.highest - self.range.lowest) / Double(self.points - 1)
    let grid = (0..<self.points).map { self.range.lowest + Double($0) * step }
    var weights = grid.map { theta in
      let z = (theta - self.prior.mean) / self.prior.sd
      return answered.logLikelihood(at: theta) - 0.5 * z * z
    }
    let greatest = weights.max() ?? 0
    for index in weights.indices {
      let isEnd = index == 0 || index == self.points - 1
      weights[index] = exp(weights[index] - greatest) * (isEnd ? 0.5 : 1)
    }
    let total = weights.reduce(0, +)
    let mean = zip(weights, grid).reduce(0) { $0 + $1.0 * $1.1 } / total
    let variance = zip(weights, grid).reduce(0) { $0 + $1.0 * ($1.1 - mean) * ($1.1 - mean) } / total
    return AbilityEstimate(theta: mean, standardError: variance.squareRoot(), answered: answered.count)
  }
}
