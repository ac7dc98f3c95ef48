// SPDX-License-Identifier: Apache-2.0

/// The six intraclass correlations of ratings, by their names in P. E. Shrout, J. L. Fleiss, "Intraclass
/// correlations: uses in assessing rater reliability", Psychological Bulletin 86 (1979) 420–428.
///
/// With the mean squares B between children, W within children, J between raters, E residual, n children and
/// k raters: ICC(1,1) = (B−W)/(B+(k−1)W), ICC(2,1) = (B−E)/(B+(k−1)E+k(J−E)/n), ICC(3,1) = (B−E)/(B+(k−1)E), and for
/// the mean of k raters ICC(1,k) = (B−W)/B, ICC(2,k) = (B−E)/(B+(J−E)/n), ICC(3,k) = (B−E)/B. Intervals are theirs
/// too: from F for the first and third case, from Satterthwaite's degrees for the second.
public struct IntraclassCorrelation: Hashable, Sendable {
  public enum Form: String, Hashable, Sendable, CaseIterable {
    /// Each child by raters of its own; one rater's score.
    case oneWaySingle = "ICC(1,1)"
    /// The same raters for every child, drawn from many; absolute agreement of one rater's score.
    case randomRatersSingle = "ICC(2,1)"
    /// These raters and no others; consistency of one rater's score.
    case fixedRatersSingle = "ICC(3,1)"
    case oneWayMean = "ICC(1,k)"
    case randomRatersMean = "ICC(2,k)"
    case fixedRatersMean = "ICC(3,k)"
  }

  public let form: Form
  /// Can be below 0. Without an interval where F is infinite.
  public let icc: Estimate
  /// B/W or B/E; `nil` when the raters differ by nothing that it could be divided by.
  public let f: Double?
  public let numeratorDegrees: Double
  public let denominatorDegrees: Double
  /// The chance of an F this large when children do not differ.
  public let p: Double?
  public let raters: Int
  /// Children left out because a rating was missing.
  public let leftOut: Int

  /// Rows are children, columns raters. Needs two complete children and two raters.
  ///
  /// Throws `noVariance` when all ratings are the same, or the form's denominator is not above 0.
  public init(_ rows: [[Double?]], form: Form, level: Double = 0.95) throws(NoEstimate) {
    try self.init(RatingVariance(try CompleteCases(rows)), form: form, level: level)
  }

  /// All six, in the order of `Form`; `nil` for one that cannot be told.
  public static func all(
    _ rows: [[Double?]],
    level: Double = 0.95
  ) throws(NoEstimate) -> [(form: Form, value: IntraclassCorrelation?)] {
    guard level > 0, level < 1 else { throw .badParameter("level") }
    let variance = try RatingVariance(try CompleteCases(rows))
    return Form.allCases.map { ($0, try? IntraclassCorrelation(variance, form: $0, level: level)) }
  }

  private init(_ variance: RatingVariance, form: Form, level: Double) throws(NoEstimate) {
    guard level > 0, level < 1 else { throw .badParameter("level") }
    let (n, k) = (Double(variance.children), Double(variance.raters))
    let (b, j, e, w) =
      (variance.betweenChildren, variance.betweenRaters, variance.residual, variance.withinChildren)
    let oneWay = form == .oneWaySingle || form == .oneWayMean
    let error = oneWay ? w : e
    let below =
      switch form {
      case .oneWaySingle: b + (k - 1) * w
      case .randomRatersSingle: b + (k - 1) * e + k * (j - e) / n
      case .fixedRatersSingle: b + (k - 1) * e
      case .oneWayMean, .fixedRatersMean: b
      case .randomRatersMean: b + (j - e) / n
      }
    guard below > 0 else { throw .noVariance }
    self.form = form
    self.raters = variance.raters
    self.leftOut = variance.leftOut
    let (top, bottom) = (n - 1, oneWay ? n * (k - 1) : (n - 1) * (k - 1))
    self.numeratorDegrees = top
    self.denominatorDegrees = bottom
    let f = error > 0 ? b / error : nil
    self.f = f
    self.p = f.flatMap { FDistribution(top, bottom)?.upperTail($0) }
    let value = (b - error) / below
    let interval =
      switch form {
      case .randomRatersSingle: Self.randomRaters(variance, level: level)
      case .randomRatersMean:
        Self.randomRaters(variance, level: level).map { Self.ofMean($0, raters: k) }
      default:
        f.flatMap { Self.fromF($0, top, bottom, raters: k, form: form, level: level) }
      }
    self.icc = Estimate(value, n: variance.children, interval: interval)
  }

  private static func fromF(
    _ f: Double,
    _ top: Double,
    _ bottom: Double,
    raters k: Double,
    form: Form,
    level: Double
  ) -> ConfidenceInterval? {
    guard let high = FDistribution(top, bottom)?.quantile((1 + level) / 2),
      let reverse = FDistribution(bottom, top)?.quantile((1 + level) / 2)
    else { return nil }
    let (low, up) = (f / high, f * reverse)
    guard low > 0 else { return nil }
    return form == .oneWayMean || form == .fixedRatersMean
      ? ConfidenceInterval(low: 1 - 1 / low, high: 1 - 1 / up, level: level)
      : ConfidenceInterval(low: (low - 1) / (low + k - 1), high: (up - 1) / (up + k - 1), level: level)
  }

  private static func randomRaters(_ variance: RatingVariance, level: Double) -> ConfidenceInterval? {
    let (n, k) = (Double(variance.children), Double(variance.raters))
    let (b, j, e) = (variance.betweenChildren, variance.betweenRaters, variance.residual)
    let below = b + (k - 1) * e + k * (j - e) / n
    guard e > 0, below > 0 else { return nil }
    let icc = (b - e) / below
    let ofRaters = k * icc * (j / e)
    let ofError = n * (1 + (k - 1) * icc) - k * icc
    let top = (k - 1) * (n - 1) * (ofRaters + ofError) * (ofRaters + ofError)
    let degrees = top / ((n - 1) * ofRaters * ofRaters + ofError * ofError)
    guard let low = FDistribution(n - 1, degrees)?.quantile((1 + level) / 2),
      let high = FDistribution(degrees, n - 1)?.quantile((1 + level) / 2)
    else { return nil }
    let others = k * j + (k * n - k - n) * e
    return ConfidenceInterval(
      low: n * (b - low * e) / (low * others + n * b),
      high: n * (high * b - e) / (others + n * high * b),
      level: level
    )
  }

  /// Spearman and Brown's step from one rater to the mean of k.
  private static func ofMean(_ single: ConfidenceInterval, raters k: Double) -> ConfidenceInterval {
    func step(_ icc: Double) -> Double { icc * k / (1 + icc * (k - 1)) }
    return ConfidenceInterval(low: step(single.low), high: step(single.high), level: single.level)
  }
}
