// SPDX-License-Identifier: Apache-2.0

/// Wilson's score interval of a proportion.
///
/// Centre (p + z²/2n)/(1 + z²/n), half width z·√(p(1−p)/n + z²/4n²)/(1 + z²/n): E. B. Wilson, "Probable inference,
/// the law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927)
/// 209–212. It never leaves 0...1, and has a width at 0 of n and n of n.
public enum WilsonInterval {
  /// Throws unless 0 ≤ successes ≤ n, n ≥ 1 and 0 < level < 1.
  public static func proportion(
    _ successes: Int,
    of n: Int,
    level: Double = 0.95
  ) throws(NoEstimate) -> Estimate {
    guard n >= 1 else { throw .tooFew(n: n, least: 1) }
    guard (0...n).contains(successes) else { throw .badParameter("successes") }
    let z = try NormalDistribution.critical(level: level)
    let (count, p) = (Double(n), Double(successes) / Double(n))
    let below = 1 + z * z / count
    let centre = (p + z * z / (2 * count)) / below
    let half = z * (p * (1 - p) / count + z * z / (4 * count * count)).squareRoot() / below
    return Estimate(
      p,
      n: n,
      interval: ConfidenceInterval(
        low: successes == 0 ? 0 : max(0, centre - half),
        high: successes == n ? 1 : min(1, centre + half),
        level: level
      )
    )
  }
}
