// SPDX-License-Identifier: Apache-2.0

extension NormalDistribution {
  /// The z that the central `level` of the normal distribution lies within: 1.96 for 0.95.
  ///
  /// Throws `badParameter` unless 0 < level < 1.
  static func critical(level: Double) throws(NoEstimate) -> Double {
    guard level > 0, level < 1, let z = Self.quantile((1 + level) / 2) else { throw .badParameter("level") }
    return z
  }
}
