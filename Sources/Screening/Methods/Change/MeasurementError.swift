// SPDX-License-Identifier: Apache-2.0

/// The standard error of measurement, SEM = SD·√(1 − r).
enum MeasurementError {
  /// `nil` unless 0 < reliability < 1 and sd is above 0 and finite.
  static func standardError(sd: Double, reliability: Double) -> Double? {
    guard reliability > 0, reliability < 1, sd > 0, sd.isFinite else { return nil }
    return sd * (1 - reliability).squareRoot()
  }
}
