// SPDX-License-Identifier: Apache-2.0

/// Cohen's weighted kappa for ordered categories: a near miss counts as part agreement.
///
/// κ_w = (pₒ − pₑ)/(1 − pₑ) with pₒ = Σ w_ij·p_ij and pₑ = Σ w_ij·pᵢ.·p.ⱼ. Weights are 1 − |i−j|/(k−1) (linear) or
/// 1 − (i−j)²/(k−1)² (quadratic), for k categories at equal distances. The interval is κ_w ± z·SE, cut to −1...1,
/// with the variance of Fleiss, Cohen and Everitt (1969), as for `CohenKappa`:
/// (Σ p_ij·(w_ij − (w̄ᵢ. + w̄.ⱼ)(1 − κ_w))² − (κ_w − pₑ(1 − κ_w))²) / (n(1 − pₑ)²).
///
/// - SeeAlso: J. Cohen, "Weighted kappa", Psychological Bulletin 70 (1968) 213–220.
public struct WeightedKappa: Hashable, Sendable {
  public enum Weights: String, Hashable, Sendable, CaseIterable {
    case linear, quadratic
  }

  /// Without an interval when the large-sample variance is 0, as with perfect agreement.
  public let kappa: Estimate
  public let weights: Weights
  public let standardError: Double

  /// Throws `noVariance` when both raters used one and the same category only.
  public init(_ table: AgreementTable, weights: Weights, level: Double = 0.95) throws(NoEstimate) {
    let critical = try NormalDistribution.critical(level: level)
    let (p, first, second) = table.shares
    let steps = Double(table.categories - 1)
    func weight(_ i: Int, _ j: Int) -> Double {
      let distance = Double(abs(i - j)) / steps
      return weights == .linear ? 1 - distance : 1 - distance * distance
    }
    let ofFirst = p.indices.map { i in p.indices.reduce(0) { $0 + weight(i, $1) * second[$1] } }
    let ofSecond = p.indices.map { j in p.indices.reduce(0) { $0 + weight($1, j) * first[$1] } }
    let chance = zip(first, ofFirst).reduce(0) { $0 + $1.0 * $1.1 }
    var observed = 0.0
    for i in p.indices {
      for j in p.indices { observed += weight(i, j) * p[i][j] }
    }
    guard 1 - chance > 1e-12 else { throw .noVariance }
    let kappa = (observed - chance) / (1 - chance)
    var sum = 0.0
    for i in p.indices {
      for j in p.indices {
        let part = weight(i, j) - (ofFirst[i] + ofSecond[j]) * (1 - kappa)
        sum += p[i][j] * part * part
      }
    }
    let centre = kappa - chance * (1 - kappa)
    let variance = (sum - centre * centre) / (Double(table.n) * (1 - chance) * (1 - chance))
    self.weights = weights
    // Below rounding the variance is 0.
    self.standardError = variance > 1e-16 / Double(table.n) ? variance.squareRoot() : 0
    self.kappa = Estimate(
      kappa,
      n: table.n,
      interval: .symmetric(
        around: kappa,
        standardError: self.standardError,
        critical: critical,
        level: level,
        within: -1...1
      )
    )
  }
}
