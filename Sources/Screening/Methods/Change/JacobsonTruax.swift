// SPDX-License-Identifier: Apache-2.0

/// The reliable change index: (x₂ − x₁)/(SEM·√2) with SEM = SD·√(1 − r), reliable from 1.96.
///
/// - SeeAlso: N. S. Jacobson, P. Truax, "Clinical significance: a statistical approach to defining meaningful change
///   in psychotherapy research", Journal of Consulting and Clinical Psychology 59 (1991) 12–19.
public struct JacobsonTruax: ReliableChangeMethod, Hashable {
  public let standardError: Double
  public let criterion: Double
  public var method: ReliableChange.Method { .jacobsonTruax }

  /// `nil` unless 0 < reliability < 1 and sd and criterion are above 0 and finite.
  public init?(sd: Double, reliability: Double, criterion: Double = 1.96) {
    guard let error = MeasurementError.standardError(sd: sd, reliability: reliability), criterion > 0,
      criterion.isFinite
    else { return nil }
    self.standardError = error * 2.0.squareRoot()
    self.criterion = criterion
  }

  public func change(_ scores: ComparableScores) -> ReliableChange? {
    ReliableChange(
      scores,
      by: self.method,
      expected: scores.earlier,
      standardError: self.standardError,
      criterion: self.criterion
    )
  }
}
