// SPDX-License-Identifier: Apache-2.0

/// A sum of fractions, kept in lowest terms: what `RawSum` does, one section at a time.
struct PlanProrating {
  private var top = 0
  private var bottom = 1

  /// Adds `points`·`items`/`counted`; `false` when the whole numbers outgrow `Int`. `counted` is above 0.
  mutating func add(points: Int, items: Int, counted: Int) -> Bool {
    let (product, outgrown) = points.multipliedReportingOverflow(by: items)
    guard !outgrown else { return false }
    let shared = Self.divisor(abs(product), counted)
    let (c, d) = (product / shared, counted / shared)
    let common = Self.divisor(self.bottom, d)
    let left = self.top.multipliedReportingOverflow(by: d / common)
    let right = c.multipliedReportingOverflow(by: self.bottom / common)
    let sum = left.partialValue.addingReportingOverflow(right.partialValue)
    let below = self.bottom.multipliedReportingOverflow(by: d / common)
    guard !left.overflow, !right.overflow, !sum.overflow, !below.overflow else { return false }
    (self.top, self.bottom) = (sum.partialValue, below.partialValue)
    return true
  }

  /// Rounded half up, once.
  var points: Int { Rounding.halfUp(self.top, over: self.bottom) }

  private static func divisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
