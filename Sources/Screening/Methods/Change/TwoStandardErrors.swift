// SPDX-License-Identifier: Apache-2.0

/// Reliable change with each testing's own error: (x₂ − x₁)/√(SEM₁² + SEM₂²) with SEMᵢ = SDᵢ·√(1 − r), reliable from
/// 1.64 (a 90 % interval).
///
/// - SeeAlso: G. L. Iverson, "Interpreting change on the WAIS-III/WMS-III in clinical samples", Archives of Clinical
///   Neuropsychology 16 (2001) 183–191.
public struct TwoStandardErrors: ReliableChangeMethod, Hashable {
  public let standardError: Double
  public let criterion: Double
  public var method: ReliableChange.Method { .twoStandardErrors }

  /// `nil` unless 0 < reliability < 1 and both sds and the criterion are above 0 and finite.
  public init?(earlierSD: Double, laterSD: Double, reliability: Double, criterion: Double = 1.64) {
    guard let earlier = MeasurementError.standardError(sd: earlierSD, reliability: reliability),
      let later = MeasurementError.standardError(sd: laterSD, reliability: reliability), criterion > 0,
      criterion.isFinite
    else { return nil }
    self.standardError = (earlier * earlier + later * later).squareRoot()
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
