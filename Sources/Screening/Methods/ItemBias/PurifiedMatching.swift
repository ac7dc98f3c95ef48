// SPDX-License-Identifier: Apache-2.0

/// Mantel-Haenszel for every item, with biased items taken out of the total that children are matched on.
///
/// Each round tests all items against the total of the items not flagged in the round before (and the tested item
/// itself), until the same items are flagged twice running.
///
/// - SeeAlso: B. E. Clauser, K. Mazor, R. K. Hambleton, "The effects of purification of the matching criterion on
///   the identification of DIF using the Mantel-Haenszel procedure", Applied Measurement in Education 6 (1993)
///   269–279.
public struct PurifiedMatching: Hashable, Sendable {
  /// By item; `nil` for one that could not be tested in the last round.
  public let items: [MantelHaenszelDIF?]
  /// Items flagged in the last round, rising.
  public let flagged: [Int]
  public let rounds: Int
  /// False when the flags still changed in the last round, or fewer than two items would be left to match on.
  public let settled: Bool

  /// Flags items of category `from` or worse. Cost a round: children × items.
  ///
  /// Throws `oneGroup` unless the groups are 0 and 1 and both are there.
  public init(
    _ data: BiasData,
    flagging from: MantelHaenszelDIF.Category = .b,
    rounds most: Int = 10,
    level: Double = 0.95
  ) throws(NoEstimate) {
    guard from > .a else { throw .badParameter("flagging") }
    guard most >= 1 else { throw .badParameter("rounds") }
    var flagged: [Int] = []
    var items: [MantelHaenszelDIF?] = []
    var (rounds, settled) = (0, false)
    while rounds < most {
      let matching = data.allItems.subtracting(flagged)
      guard matching.count >= 2 else { break }
      rounds += 1
      items = try Self.round(data, matching: matching, level: level)
      let now = items.indices.filter { index in items[index].map { $0.category >= from } ?? false }
      settled = now == flagged
      flagged = now
      if settled { break }
    }
    self.items = items
    self.flagged = flagged
    self.rounds = rounds
    self.settled = settled
  }

  private static func round(
    _ data: BiasData,
    matching: Set<Int>,
    level: Double
  ) throws(NoEstimate) -> [MantelHaenszelDIF?] {
    var total = [Int](repeating: 0, count: data.n)
    for item in matching.sorted() {
      for (child, answer) in data.answers(to: item).enumerated() { total[child] += Int(answer) }
    }
    var results: [MantelHaenszelDIF?] = []
    for item in 0..<data.items {
      var totals = total
      if !matching.contains(item) {
        for (child, answer) in data.answers(to: item).enumerated() { totals[child] += Int(answer) }
      }
      do throws(NoEstimate) {
        results.append(try MantelHaenszelDIF(item: item, in: data, totals: totals, level: level))
      } catch .emptyCells, .tooFew {
        results.append(nil)
      }
    }
    return results
  }
}
