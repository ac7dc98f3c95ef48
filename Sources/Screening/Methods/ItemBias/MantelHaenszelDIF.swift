// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Differential item functioning by Mantel and Haenszel: whether focal children do worse on an item than reference
/// children of the same total.
///
/// Δ = −2.35·ln α; below 0 the item is harder for the focal group. The strata are the total scores. The category
/// is the simple ETS rule: A below 1 in size or not different from 0 at 5 %, C from 1.5 and different from 0, B
/// otherwise. (The full rule asks a C to be significantly beyond 1.)
///
/// - SeeAlso: P. W. Holland, D. T. Thayer, "Differential item performance and the Mantel-Haenszel procedure", in
///   H. Wainer, H. I. Braun (eds), Test Validity (1988) 129–145; M. Zieky, in P. W. Holland, H. Wainer (eds),
///   Differential Item Functioning (1993) 337–347, for the categories.
public struct MantelHaenszelDIF: Hashable, Sendable {
  /// A: negligible, B: moderate, C: large.
  public enum Category: String, Hashable, Sendable, Comparable, CaseIterable {
    case a = "A"
    case b = "B"
    case c = "C"

    public static func < (one: Self, other: Self) -> Bool { one.rawValue < other.rawValue }
  }

  public let item: Int
  /// Δ with its interval, and the children in informative strata.
  public let delta: Estimate
  public let category: Category
  public let test: MantelHaenszel

  /// `item` and `matching` are columns from 0; the item itself always counts in its total. `matching` is all items
  /// unless told.
  ///
  /// Throws `oneGroup` unless the groups are 0 and 1 and both are there.
  public init(
    item: Int,
    in data: BiasData,
    matching: Set<Int>? = nil,
    level: Double = 0.95
  ) throws(NoEstimate) {
    let matching = matching ?? data.allItems
    try data.check(item: item, matching: matching)
    try self.init(item: item, in: data, totals: data.totals(matching: matching, with: item), level: level)
  }

  init(item: Int, in data: BiasData, totals: [Int], level: Double) throws(NoEstimate) {
    let test = try MantelHaenszel(Self.strata(item: item, in: data, totals: totals), level: level)
    let scale = -2.35
    let delta = scale * log(test.oddsRatio.value)
    self.item = item
    self.test = test
    self.delta = Estimate(
      delta,
      n: test.oddsRatio.n,
      interval: test.oddsRatio.interval.map {
        ConfidenceInterval(low: scale * log($0.high), high: scale * log($0.low), level: level)
      }
    )
    self.category =
      abs(delta) < 1 || test.p >= 0.05 ? .a : abs(delta) >= 1.5 ? .c : .b
  }

  private static func strata(
    item: Int,
    in data: BiasData,
    totals: [Int]
  ) throws(NoEstimate) -> [MantelHaenszel.Stratum] {
    let empty = MantelHaenszel.Stratum(referenceRight: 0, referenceWrong: 0, focalRight: 0, focalWrong: 0)
    var strata = [MantelHaenszel.Stratum](repeating: empty, count: data.items + 1)
    var groups = (reference: 0, focal: 0)
    for (child, answer) in data.answers(to: item).enumerated() {
      switch (data.group[child], answer) {
      case (0, 1): strata[totals[child]].referenceRight += 1
      case (0, _): strata[totals[child]].referenceWrong += 1
      case (1, 1): strata[totals[child]].focalRight += 1
      case (1, _): strata[totals[child]].focalWrong += 1
      default: throw .oneGroup
      }
      if data.group[child] == 0 { groups.reference += 1 } else { groups.focal += 1 }
    }
    guard groups.reference > 0, groups.focal > 0 else { throw .oneGroup }
    return strata.filter { $0 != empty }
  }
}
