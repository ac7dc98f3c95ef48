// SPDX-License-Identifier: Apache-2.0

/// McDonald's omega total: the share of the sum's variance that one common factor explains.
///
/// ω = (Σλ)²/((Σλ)² + Σψ) with the loadings λ and uniquenesses ψ of the one-factor minres solution on the
/// items' correlations.
///
/// The interval is ω ± z·SE within 0 to 1, with the standard error of a delete-a-group jackknife: the complete children
/// in their order are dealt into G groups (G = 50, or one group a child when they are fewer), ω is found without each
/// group, and SE² = (G − 1)/G · Σ(ω₍g₎ − mean)². There is none when ω can't be found without some group.
///
/// - SeeAlso: R. P. McDonald, "Test Theory: A Unified Treatment" (1999), chapter 6; R. G. Miller, "The jackknife – a
///   review", Biometrika 61 (1974) 1–15.
public struct McDonaldOmega: Hashable, Sendable {
  public let omega: Estimate
  public let factor: OneFactorSolution

  private static let mostGroups = 50

  /// Rows are children, columns items. Throws as `OneFactorSolution`, and `NoEstimate.badParameter` unless
  /// 0 < level < 1.
  public init(_ rows: [[Double?]], level: Double = 0.95) throws(NoEstimate) {
    let critical = try NormalDistribution.critical(level: level)
    let factor = try OneFactorSolution(rows)
    let value = Self.omega(of: factor)
    let interval = Self.standardError(rows.filter { !$0.contains(nil) }).flatMap { error in
      ConfidenceInterval.symmetric(
        around: value,
        standardError: error,
        critical: critical,
        level: level,
        within: 0...1
      )
    }
    self.omega = Estimate(value, n: factor.n, interval: interval)
    self.factor = factor
  }

  private static func omega(of factor: OneFactorSolution) -> Double {
    let sum = factor.loadings.reduce(0, +)
    let common = sum * sum
    return common / (common + factor.uniquenesses.reduce(0, +))
  }

  /// `nil` when some group can't be left out.
  private static func standardError(_ complete: [[Double?]]) -> Double? {
    let groups = min(Self.mostGroups, complete.count)
    var found: [Double] = []
    for group in 0..<groups {
      let rest = complete.indices.filter { $0 % groups != group }.map { complete[$0] }
      guard let factor = try? OneFactorSolution(rest) else { return nil }
      found.append(Self.omega(of: factor))
    }
    let mean = found.reduce(0, +) / Double(groups)
    let squares = found.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares * Double(groups - 1) / Double(groups)).squareRoot()
  }
}
