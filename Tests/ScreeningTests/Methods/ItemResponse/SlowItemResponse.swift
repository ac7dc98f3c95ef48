// SPDX-License-Identifier: Apache-2.0

import Glibc
import Screening

/// Σ P·(d ln P/dθ)², with the derivative taken numerically.
func numericInformation(_ curve: ItemCurve, at theta: Double) -> Double {
  let step = 1e-5
  let (before, here, after) = (
    curve.probabilities(at: theta - step), curve.probabilities(at: theta), curve.probabilities(at: theta + step)
  )
  return here.indices.reduce(0) { sum, score in
    let slope = (log(after[score]) - log(before[score])) / (2 * step)
    return sum + here[score] * slope * slope
  }
}

/// The most likely ability on a grid with this step, by trying every one.
func slowMaximum(
  of responses: [Int?], in bank: ItemBank, from lowest: Double, through highest: Double, step: Double,
  prior: (Double) -> Double
) -> Double {
  stride(from: lowest, through: highest, by: step).map { theta in
    let likelihood = zip(bank.curves, responses).reduce(prior(theta)) { sum, pair in
      pair.1.map { sum + log(pair.0.probabilities(at: theta)[$0]) } ?? sum
    }
    return (theta, likelihood)
  }.max { $0.1 < $1.1 }?.0 ?? .nan
}
