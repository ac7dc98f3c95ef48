// SPDX-License-Identifier: Apache-2.0

/// Reliable change with the mean gain of unchanged children taken off: (x₂ − x₁ − gain)/(SEM·√2) with
/// SEM = SD·√(1 − r) and r from retesting, reliable from 1.64 (the authors' 90 %).
///
/// - SeeAlso: G. J. Chelune, R. I. Naugle, H. Lüders, J. Sedlak, I. A. Awad, "Individual change after epilepsy
///   surgery: practice effects and base-rate information", Neuropsychology 7 (1993) 41–52.
public struct PracticeCorrectedChange: ReliableChangeMethod, Hashable {
  public let standardError: Double
  /// The mean of later minus earlier in children who were only seen twice.
  public let gain: Double
  public let criterion: Double
  public var method: ReliableChange.Method { .practiceCorrected }

  /// `nil` unless 0 < reliability < 1, sd and criterion are above 0 and finite, and the gain is finite.
  public init?(sd: Double, reliability: Double, gain: Double, criterion: Double = 1.64) {
    guard let error = MeasurementError.standardError(sd: sd, reliability: reliability), gain.isFinite,
      criterion > 0, criterion.isFinite
    else { return nil }
    self.standardError = error * 2.0.squareRoot()
    self.gain = gain
    self.criterion = criterion
  }

  public func change(_ scores: ComparableScores) -> ReliableChange? {
    ReliableChange(
      scores,
      by: self.method,
      expected: scores.earlier + self.gain,
      standardError: self.standardError,
      criterion: self.criterion
    )
  }
}
