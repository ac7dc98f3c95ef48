// SPDX-License-Identifier: Apache-2.0

/// Youden's J = sensitivity + specificity − 1: 0 for a screening that tells nothing, 1 for one without error.
enum YoudenIndex {
  /// With limits l and u around each proportion p: low J − √((p₁−l₁)² + (p₂−l₂)²), high J + √((u₁−p₁)² + (u₂−p₂)²).
  static func estimate(_ sensitivity: Estimate?, _ specificity: Estimate?) -> Estimate? {
    guard let sensitivity, let specificity else { return nil }
    let index = sensitivity.value + specificity.value - 1
    let n = sensitivity.n + specificity.n
    guard let first = sensitivity.interval, let second = specificity.interval else {
      return Estimate(index, n: n)
    }
    func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let below = length(sensitivity.value - first.low, specificity.value - second.low)
    let above = length(first.high - sensitivity.value, second.high - specificity.value)
    return Estimate(
      index,
      n: n,
      interval: ConfidenceInterval(
        low: max(-1, index - below),
        high: min(1, index + above),
        level: first.level
      )
    )
  }
}
