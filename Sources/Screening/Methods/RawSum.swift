// SPDX-License-Identifier: Apache-2.0

/// The sum of whole sections, with the rule for unanswered items.
///
/// Each section counts points·W/w, the weighted mean of its counted items (weights adding up to w) times the weights W
/// of all its items; without weights that is the mean of the k counted items times the n items. The fractions are
/// added exactly and rounded half up once, at the end.
struct RawSum: Equatable {
  let points: Int
  let isProrated: Bool

  /// `nil` when more items are missing than `rule` allows, a section has no counted item at all, or
  /// the fractions outgrow `Int`.
  init?(of sections: [SectionTally], missing rule: SumScore.Missing) {
    let missing = sections.reduce(0) { $0 + $1.missing }
    guard missing > 0 else {
      self.points = sections.reduce(0) { $0 + $1.points }
      self.isProrated = false
      return
    }
    guard missing <= rule.allow, rule.rule == .prorate, sections.allSatisfy({ $0.counted > 0 }) else {
      return nil
    }
    var (numerator, denominator) = (0, 1)
    for section in sections {
      guard let sum = Self.sum(numerator, denominator, section.points * section.weight, section.countedWeight) else {
        return nil
      }
      (numerator, denominator) = sum
    }
    self.points = Rounding.halfUp(numerator, over: denominator)
    self.isProrated = true
  }

  /// a/b + c/d in lowest terms; `nil` when the whole numbers are too large to hold it.
  private static func sum(_ a: Int, _ b: Int, _ c: Int, _ d: Int) -> (Int, Int)? {
    let shared = Self.greatestCommonDivisor(abs(c), d)
    let (c, d) = (c / shared, d / shared)
    let common = Self.greatestCommonDivisor(b, d)
    let (left, leftOverflows) = a.multipliedReportingOverflow(by: d / common)
    let (right, rightOverflows) = c.multipliedReportingOverflow(by: b / common)
    let (top, topOverflows) = left.addingReportingOverflow(right)
    let (bottom, bottomOverflows) = b.multipliedReportingOverflow(by: d / common)
    guard !leftOverflows, !rightOverflows, !topOverflows, !bottomOverflows else { return nil }
    return (top, bottom)
  }

  private static func greatestCommonDivisor(_ a: Int, _ b: Int) -> Int {
    var (a, b) = (a, b)
    while b != 0 { (a, b) = (b, a % b) }
    return max(a, 1)
  }
}
