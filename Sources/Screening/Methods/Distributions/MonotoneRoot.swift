// SPDX-License-Identifier: Apache-2.0

/// Finds where a rising function crosses 0.
enum MonotoneRoot {
  /// Newton's method kept inside a bracket that shrinks; halves it whenever a step would leave it or gain little.
  /// `nil` when `value` has none somewhere. At most 400 evaluations.
  static func solve(
    between low: Double,
    and high: Double,
    start: Double,
    value: (Double) -> Double?,
    slope: (Double) -> Double
  ) -> Double? {
    var (low, high) = (low, high)
    var x = start > low && start < high ? start : low + (high - low) / 2
    var lastStep = high - low
    for _ in 0..<400 {
      guard let f = value(x) else { return nil }
      if f == 0 { return x }
      if f > 0 { high = x } else { low = x }
      var next = x - f / slope(x)
      if !(next > low && next < high) || abs(next - x) > 0.75 * abs(lastStep) {
        next = low + (high - low) / 2
      }
      if next == x || abs(next - x) <= 2e-16 * abs(next) || next == low || next == high { return next }
      lastStep = next - x
      x = next
    }
    return x
  }
}
