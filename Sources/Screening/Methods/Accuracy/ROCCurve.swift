// SPDX-License-Identifier: Apache-2.0

/// Sensitivity and specificity of a score at every cut, and the area under their curve.
///
/// The area is the chance that an affected child scores on the worse side of an unaffected one, ties counted half.
/// Its variance is that of E. R. DeLong, D. M. DeLong, D. L. Clarke-Pearson, "Comparing the areas under two or more
/// correlated receiver operating characteristic curves", Biometrics 44 (1988) 837–845, computed from midranks:
/// X. Sun, W. Xu, "Fast implementation of DeLong's algorithm", IEEE Signal Processing Letters 21 (2014) 1389–1393.
/// The interval is area ± z·SE, cut to 0...1.
///
/// Cost: one sort of the children.
public struct ROCCurve: Hashable, Sendable {
  /// Which scores speak for a difficulty.
  public enum Concern: String, Hashable, Sendable {
    case lowScores = "low-scores"
    case highScores = "high-scores"
  }

  /// One cut. A child is positive below it for `lowScores` and above it for `highScores`.
  public struct Point: Hashable, Sendable {
    /// Half way between two neighbouring scores; infinite for the two ends, where all or none are positive.
    public let threshold: Double
    public let sensitivity: Double
    public let specificity: Double

    public var youden: Double { self.sensitivity + self.specificity - 1 }
  }

  public let concern: Concern
  /// By rising threshold.
  public let points: [Point]
  /// Without an interval where there are fewer than two affected or two unaffected children, or the variance is
  /// 0, as with perfect separation.
  public let area: Estimate
  /// DeLong's; `nil` with fewer than two affected or two unaffected children.
  public let variance: Double?
  public let affected: Int
  public let unaffected: Int
  /// Children without a score or without an outcome.
  public let leftOut: Int

  /// The cut with the largest sensitivity + specificity − 1; of several, the most sensitive one.
  public let best: Point

  /// One score and one outcome a child; `nil` is not known.
  ///
  /// Throws `oneGroup` unless there are affected and unaffected children, `unevenRows` for lists of different
  /// lengths, `badValue` for a score that is not finite.
  public init(
    scores: [Double?],
    affected: [Bool?],
    concern: Concern,
    level: Double = 0.95
  ) throws(NoEstimate) {
    let critical = try NormalDistribution.critical(level: level)
    let groups = try ROCGroups(scores: scores, affected: affected, concern: concern)
    let (m, n) = (groups.affected, groups.unaffected)
    let (area, variance) = groups.area
    self.concern = concern
    self.points = groups.points(concern)
    self.variance = variance
    self.affected = m
    self.unaffected = n
    self.leftOut = groups.leftOut
    self.area = Estimate(
      area,
      n: m + n,
      interval: variance.flatMap {
        .symmetric(
          around: area,
          standardError: $0.squareRoot(),
          critical: critical,
          level: level,
          within: 0...1
        )
      }
    )
    var best = Point(threshold: .infinity, sensitivity: 0, specificity: 1)
    for point in self.points {
      // Counts, not shares, so that equal cuts compare equal.
      let gain = groups.youdenTimesCounts(point), most = groups.youdenTimesCounts(best)
      if gain > most || (gain == most && point.sensitivity > best.sensitivity) { best = point }
    }
    self.best = best
  }
}
