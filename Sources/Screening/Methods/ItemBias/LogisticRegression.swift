// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The maximum-likelihood fit of yes and no on a few covariates, by iteratively reweighted least squares.
///
/// P(yes) = 1/(1 + exp(−η)), η = β₀ + Σ βⱼxⱼ. Newton's steps, halved while the likelihood would fall, until no
/// coefficient moves by 10⁻¹⁰. Where the covariates separate yes from no there is no maximum and the coefficients
/// run away by about 1 a step; a fit that has not settled after 60 steps, whose information matrix is singular, or
/// that explains every child is refused.
struct LogisticRegression {
  /// The constant first.
  let coefficients: [Double]
  /// Variances of the coefficients.
  let variances: [Double]
  /// −2·ln likelihood.
  let deviance: Double

  /// `columns` are covariates by child, best with mean 0 and standard deviation 1.
  init(_ outcome: [UInt8], on columns: [[Double]]) throws(NoEstimate) {
    let size = columns.count + 1
    var beta = [Double](repeating: 0, count: size)
    var state = Self.step(outcome, columns, beta)
    for _ in 0..<60 {
      guard let factor = Cholesky(state.information, size: size) else { throw .noFit }
      let move = factor.solve(state.score)
      var share = 1.0
      var next = zip(beta, move).map { $0 + $1 }
      var nextState = Self.step(outcome, columns, next)
      while !(nextState.deviance <= state.deviance * (1 + 1e-12) + 1e-12), share > 1e-6 {
        share /= 2
        next = zip(beta, move).map { $0 + share * $1 }
        nextState = Self.step(outcome, columns, next)
      }
      let settled = move.allSatisfy { abs($0) <= 1e-10 }
      beta = next
      state = nextState
      if settled {
        guard state.deviance > 1e-6, let factor = Cholesky(state.information, size: size) else { throw .noFit }
        self.coefficients = beta
        self.variances = (0..<size).map { index in
          var unit = [Double](repeating: 0, count: size)
          unit[index] = 1
          return factor.solve(unit)[index]
        }
        self.deviance = state.deviance
        return
      }
    }
    throw .noFit
  }

  private struct State {
    var deviance = 0.0
    var score: [Double]
    /// size × size, row after row; the lower triangle is filled.
    var information: [Double]
  }

  private static func step(_ outcome: [UInt8], _ columns: [[Double]], _ beta: [Double]) -> State {
    let size = beta.count
    var state = State(
      score: [Double](repeating: 0, count: size),
      information: [Double](repeating: 0, count: size * size)
    )
    var x = [Double](repeating: 1, count: size)
    for (child, answer) in outcome.enumerated() {
      var eta = beta[0]
      for index in 1..<size {
        x[index] = columns[index - 1][child]
        eta += beta[index] * x[index]
      }
      let small = exp(-abs(eta))
      let chance = eta >= 0 ? 1 / (1 + small) : small / (1 + small)
      // ln(1 + e^η) − y·η, without overflow.
      state.deviance += 2 * (max(eta, 0) + log1p(small) - (answer == 1 ? eta : 0))
      let left = (answer == 1 ? 1 : 0) - chance
      let weight = small / ((1 + small) * (1 + small))
      for row in 0..<size {
        state.score[row] += left * x[row]
        for column in 0...row { state.information[row * size + column] += weight * x[row] * x[column] }
      }
    }
    return state
  }
}
