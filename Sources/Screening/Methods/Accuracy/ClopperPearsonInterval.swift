// SPDX-License-Identifier: Apache-2.0

/// The exact interval of a proportion, never narrower than its level promises, and often wider.
///
/// Low: the (1−level)/2 quantile of a beta variable with x and n−x+1; high: the (1+level)/2 quantile with x+1 and
/// n−x. C. J. Clopper, E. S. Pearson, "The use of confidence or fiducial limits illustrated in the case of the
/// binomial", Biometrika 26 (1934) 404–413.
public enum ClopperPearsonInterval {
  /// Throws unless 0 ≤ successes ≤ n, n ≥ 1 and 0 < level < 1.
  public static func proportion(
    _ successes: Int,
    of n: Int,
    level: Double = 0.95
  ) throws(NoEstimate) -> Estimate {
    guard n >= 1 else { throw .tooFew(n: n, least: 1) }
    guard (0...n).contains(successes) else { throw .badParameter("successes") }
    guard level > 0, level < 1 else { throw .badParameter("level") }
    let (x, rest) = (Double(successes), Double(n) - Double(successes))
    let low = successes == 0 ? 0 : IncompleteBeta.quantile((1 - level) / 2, a: x, b: rest + 1)?.x
    let high = successes == n ? 1 : IncompleteBeta.quantile((1 + level) / 2, a: x + 1, b: rest)?.x
    guard let low, let high else { throw .noFit }
    return Estimate(x / Double(n), n: n, interval: ConfidenceInterval(low: low, high: high, level: level))
  }
}
