// SPDX-License-Identifier: Apache-2.0

/// Cohen's kappa: the agreement of two raters beyond what their category shares would give by chance.
///
/// κ = (pₒ − pₑ)/(1 − pₑ). The interval is κ ± z·SE, cut to −1...1, with the large-sample variance of J. L.
/// Fleiss, J. Cohen, B. S. Everitt, "Large sample standard errors of kappa and weighted kappa", Psychological
/// Bulletin 72 (1969) 323–327, equation 13:
/// (Σ pᵢᵢ(1 − (pᵢ. + p.ᵢ)(1 − κ))² + (1 − κ)²·Σ_{i≠j} p_ij(p.ᵢ + pⱼ.)² − (κ − pₑ(1 − κ))²) / (n(1 − pₑ)²).
///
/// - SeeAlso: J. Cohen, "A coefficient of agreement for nominal scales", Educational and Psychological
///   Measurement 20 (1960) 37–46.
public struct CohenKappa: Hashable, Sendable {
  /// Without an interval when the large-sample variance is 0, as with perfect agreement.
  public let kappa: Estimate
  /// The share of children both raters put in the same category.
  public let observedAgreement: Double
  /// The share expected by chance.
  public let chanceAgreement: Double
  public let standardError: Double

  /// Throws `noVariance` when both raters used one and the same category only.
  public init(_ table: AgreementTable, level: Double = 0.95) throws(NoEstimate) {
    let critical = try NormalDistribution.critical(level: level)
    let (p, first, second) = table.shares
    let observed = p.indices.reduce(0) { $0 + p[$1][$1] }
    let chance = zip(first, second).reduce(0) { $0 + $1.0 * $1.1 }
    guard 1 - chance > 1e-12 else { throw .noVariance }
    let kappa = (observed - chance) / (1 - chance)
    var sum = 0.0
    for i in p.indices {
      for j in p.indices {
        let margins = i == j ? 1 - (first[i] + second[i]) * (1 - kappa) : (second[i] + first[j]) * (1 - kappa)
        sum += p[i][j] * margins * margins
      }
    }
    let centre = kappa - chance * (1 - kappa)
    let variance = (sum - centre * centre) / (Double(table.n) * (1 - chance) * (1 - chance))
    self.observedAgreement = observed
    self.chanceAgreement = chance
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
