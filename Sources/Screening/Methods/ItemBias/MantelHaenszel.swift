// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The common odds ratio of many 2×2 tables, and whether it differs from 1.
///
/// With reference right A and wrong B, focal right C and wrong D, N children a stratum: α = Σ(AD/N) / Σ(BC/N); above
/// 1 the reference group does better than matched focal children. χ² = (|ΣA − ΣE(A)| − ½)²/ΣVar(A) on one degree
/// of freedom, Var(A) = (A+B)(C+D)(A+C)(B+D)/(N²(N−1)), as the papers on item bias have it; where the difference is
/// below ½, programs that cap the correction print 0 instead. The standard error of ln α is that of J. Robins, N.
/// Breslow, S. Greenland, "Estimators of the Mantel-Haenszel variance consistent in both sparse data and large-strata
/// limiting models", Biometrics 42 (1986) 311–323.
///
/// - SeeAlso: N. Mantel, W. Haenszel, Journal of the National Cancer Institute 22 (1959) 719–748.
public struct MantelHaenszel: Hashable, Sendable {
  /// One table of children with the same matching score.
  public struct Stratum: Hashable, Sendable {
    public var referenceRight: Int
    public var referenceWrong: Int
    public var focalRight: Int
    public var focalWrong: Int

    public init(referenceRight: Int, referenceWrong: Int, focalRight: Int, focalWrong: Int) {
      self.referenceRight = referenceRight
      self.referenceWrong = referenceWrong
      self.focalRight = focalRight
      self.focalWrong = focalWrong
    }
  }

  /// α. Its interval is that of ln α.
  public let oddsRatio: Estimate
  public let logStandardError: Double
  public let chiSquare: Double
  public let p: Double
  /// Strata that say something; `oddsRatio.n` counts their children.
  public let strata: Int
  /// Strata without children of both groups, or with nothing but right or nothing but wrong answers.
  public let strataLeftOut: Int
  public let childrenLeftOut: Int

  /// Counts lie in 0...10⁹. Throws `emptyCells` when the ratio or its inverse would be infinite, `tooFew` when no
  /// stratum says anything.
  public init(_ strata: [Stratum], level: Double = 0.95) throws(NoEstimate) {
    let critical = try NormalDistribution.critical(level: level)
    var sums = Sums()
    var (used, leftOut, childrenLeftOut, n) = (0, 0, 0, 0)
    for stratum in strata {
      let counts = [
        stratum.referenceRight, stratum.referenceWrong, stratum.focalRight, stratum.focalWrong,
      ]
      guard counts.allSatisfy({ (0...1_000_000_000).contains($0) }) else { throw .badParameter("count") }
      let children = counts.reduce(0, +)
      let (a, b, c, d) = (counts[0], counts[1], counts[2], counts[3])
      guard a + b > 0, c + d > 0, a + c > 0, b + d > 0 else {
        leftOut += 1
        childrenLeftOut += children
        continue
      }
      used += 1
      n += children
      sums.add(Double(a), Double(b), Double(c), Double(d))
    }
    guard used > 0 else { throw .tooFew(n: 0, least: 2) }
    guard sums.up > 0, sums.down > 0 else { throw .emptyCells }
    let ratio = sums.up / sums.down
    let error = sums.logVariance.squareRoot()
    let factor = exp(critical * error)
    self.oddsRatio = Estimate(
      ratio,
      n: n,
      interval: ConfidenceInterval(low: ratio / factor, high: ratio * factor, level: level)
    )
    self.logStandardError = error
    self.chiSquare = sums.chiSquare
    guard let p = ChiSquareDistribution(degrees: 1)?.upperTail(sums.chiSquare) else { throw .noFit }
    self.p = p
    self.strata = used
    self.strataLeftOut = leftOut
    self.childrenLeftOut = childrenLeftOut
  }

  private struct Sums {
    var up = 0.0
    var down = 0.0
    var observed = 0.0
    var expected = 0.0
    var variance = 0.0
    var pr = 0.0
    var psqr = 0.0
    var qs = 0.0

    mutating func add(_ a: Double, _ b: Double, _ c: Double, _ d: Double) {
      let n = a + b + c + d
      let (r, s, p, q) = (a * d / n, b * c / n, (a + d) / n, (b + c) / n)
      self.up += r
      self.down += s
      self.observed += a
      self.expected += (a + b) * (a + c) / n
      self.variance += (a + b) * (c + d) * (a + c) * (b + d) / (n * n * (n - 1))
      self.pr += p * r
      self.psqr += p * s + q * r
      self.qs += q * s
    }

    var logVariance: Double {
      self.pr / (2 * self.up * self.up) + self.psqr / (2 * self.up * self.down)
        + self.qs / (2 * self.down * self.down)
    }

    var chiSquare: Double {
      let corrected = abs(self.observed - self.expected) - 0.5
      return corrected * corrected / self.variance
    }
  }
}
