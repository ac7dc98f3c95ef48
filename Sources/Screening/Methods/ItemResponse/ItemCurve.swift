// SPDX-License-Identifier: Apache-2.0

import Glibc

/// How likely each score on an item is, by ability.
///
/// With u_k = D·a·(θ − b_k) and σ(u) = 1/(1 + e^(−u)), a score of k or more has probability σ(u_k), and a score of
/// exactly k has P_k = σ(u_k) − σ(u_(k+1)), where σ(u_0) = 1 and σ(u_(m+1)) = 0. With one threshold this is the
/// two-parameter model, with slope 1 the Rasch model. Computed without cancellation, as
/// P_k = σ(u_k)·σ(−u_(k+1))·(1 − e^(u_(k+1) − u_k)), whose logarithm has the derivatives
/// s_k = D·a·(σ(−u_k) − σ(u_(k+1))) and −D²·a²·(σ(u_k)·σ(−u_k) + σ(u_(k+1))·σ(−u_(k+1))).
///
/// - SeeAlso: F. Samejima, "Estimation of latent ability using a response pattern of graded scores", Psychometrika
///   Monograph 17, 1969.
public struct ItemCurve: Hashable, Sendable {
  /// D·a.
  public let slope: Double
  public let thresholds: [Double]

  public init(slope: Double, thresholds: [Double]) {
    self.slope = slope
    self.thresholds = thresholds
  }

  /// Scores are 0 to one less than this.
  public var categories: Int { self.thresholds.count + 1 }

  /// Of each score at `theta`; the sum is 1.
  public func probabilities(at theta: Double) -> [Double] {
    (0..<self.categories).map { exp(self.terms(of: $0, at: theta).logProbability) }
  }

  /// Fisher's information about ability at `theta`: Σ P_k·s_k², which is D²·a²·P·(1 − P) for two categories.
  public func information(at theta: Double) -> Double {
    guard self.thresholds.count != 1 else {
      let u = self.slope * (theta - self.thresholds[0])
      return self.slope * self.slope * logistic(u) * logistic(-u)
    }
    return (0..<self.categories).reduce(0) { sum, category in
      let terms = self.terms(of: category, at: theta)
      return sum + exp(terms.logProbability) * terms.score * terms.score
    }
  }

  /// The information, and Warm's J: Σ P_k′·P_k″/P_k = Σ P_k·s_k·(s_k² + s_k′).
  func informationAndWarm(at theta: Double) -> (information: Double, warm: Double) {
    var (information, warm) = (0.0, 0.0)
    for category in 0..<self.categories {
      let terms = self.terms(of: category, at: theta)
      let slope = exp(terms.logProbability) * terms.score
      information += slope * terms.score
      warm += slope * (terms.score * terms.score + terms.scoreSlope)
    }
    return (information, warm)
  }

  /// ln P_k with its first and second derivative by ability.
  struct Terms {
    var logProbability: Double
    var score: Double
    var scoreSlope: Double
  }

  /// - Precondition: `category` is in `0..<categories`.
  func terms(of category: Int, at theta: Double) -> Terms {
    // What is missing to 1 below, and what lies above: σ(−u_k) and σ(u_(k+1)).
    var (below, above) = (0.0, 0.0)
    var (spreadBelow, spreadAbove) = (0.0, 0.0)
    var logarithm = 0.0
    if category > 0 {
      let u = self.slope * (theta - self.thresholds[category - 1])
      below = logistic(-u)
      spreadBelow = below * logistic(u)
      logarithm -= softplus(-u)
    }
    if category < self.thresholds.count {
      let u = self.slope * (theta - self.thresholds[category])
      above = logistic(u)
      spreadAbove = above * logistic(-u)
      logarithm -= softplus(u)
      if category > 0 {
        logarithm += log(-expm1(self.slope * (self.thresholds[category - 1] - self.thresholds[category])))
      }
    }
    return Terms(
      logProbability: logarithm, score: self.slope * (below - above),
      scoreSlope: -self.slope * self.slope * (spreadBelow + spreadAbove))
  }
}

/// σ(u) = 1/(1 + e^(−u)).
private func logistic(_ u: Double) -> Double { 1 / (1 + exp(-u)) }

/// ln(1 + e^u), without overflow.
private func softplus(_ u: Double) -> Double { max(u, 0) + log1p(exp(-abs(u))) }
