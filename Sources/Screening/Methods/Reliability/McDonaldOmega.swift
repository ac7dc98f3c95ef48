// SPDX-License-Identifier: Apache-2.0

/// McDonald's omega total: the share of the sum's variance that one common factor explains.
///
/// ω = (Σλ)²/((Σλ)² + Σψ) with the loadings λ and uniquenesses ψ of the one-factor minres solution on the
/// items' correlations. It has no interval here: the usual ones come from resampling.
///
/// - SeeAlso: R. P. McDonald, "Test Theory: A Unified Treatment" (1999), chapter 6.
public struct McDonaldOmega: Hashable, Sendable {
  public let omega: Estimate
  public let factor: OneFactorSolution

  /// Rows are children, columns items. Throws as `OneFactorSolution`.
  public init(_ rows: [[Double?]]) throws(NoEstimate) {
    let factor = try OneFactorSolution(rows)
    let sum = factor.loadings.reduce(0, +)
    let common = sum * sum
    let unique = factor.uniquenesses.reduce(0, +)
    self.omega = Estimate(common / (common + unique), n: factor.n)
    self.factor = factor
  }
}
