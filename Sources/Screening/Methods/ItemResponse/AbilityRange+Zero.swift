// SPDX-License-Identifier: Apache-2.0

extension AbilityRange {
  /// Where `slope` falls through 0, by halving the range until its ends lie within 10⁻¹⁴ of each other or are
  /// neighbouring numbers.
  ///
  /// A slope that is 0 or below at the lowest end, or 0 or above at the highest, has no such place inside: the end
  /// is returned, and named. Where it falls through 0 more than once, one of the places is found.
  func zero(of slope: (Double) -> Double) -> (theta: Double, bound: AbilityEstimate.Bound?) {
    if slope(self.lowest) <= 0 { return (self.lowest, .lowest) }
    if slope(self.highest) >= 0 { return (self.highest, .highest) }
    var (low, high) = (self.lowest, self.highest)
    var middle = low + (high - low) / 2
    while high - low > 1e-14, low < middle, middle < high {
      if slope(middle) > 0 { low = middle } else { high = middle }
      middle = low + (high - low) / 2
    }
    return (middle, nil)
  }
}
