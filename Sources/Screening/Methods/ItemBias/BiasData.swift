// SPDX-License-Identifier: Apache-2.0

/// Right and wrong answers with a group or covariate of each child, for questions of item bias.
///
/// Children with a missing answer or group are left out whole, and counted: a total over fewer items would match
/// unlike children.
public struct BiasData: Hashable, Sendable {
  public let items: Int
  /// Complete children.
  public let n: Int
  public let leftOut: Int
  /// 0 or 1, item after item.
  private let answers: [[UInt8]]
  /// By child: 1 for the focal group and 0 for the reference group, or a covariate such as the share of English
  /// a child hears.
  public let group: [Double]

  /// Rows are children, columns items of 0 or 1.
  ///
  /// Throws `unevenRows` for rows or lists of different lengths, `badValue` for an answer that is not 0 or 1 or a
  /// group that is not finite, and when fewer than two complete children or two items are there.
  public init(answers rows: [[Int?]], group: [Double?]) throws(NoEstimate) {
    guard rows.count == group.count else { throw .unevenRows(row: min(rows.count, group.count) + 1) }
    let items = rows.first?.count ?? 0
    guard items >= 2 else { throw .tooFewColumns(items, least: 2) }
    var answers = [[UInt8]](repeating: [], count: items)
    for item in 0..<items { answers[item].reserveCapacity(rows.count) }
    var groups: [Double] = []
    groups.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      guard row.count == items else { throw .unevenRows(row: index + 1) }
      for case let answer? in row where answer != 0 && answer != 1 { throw .badValue(row: index + 1) }
      guard let value = group[index], !row.contains(nil) else { continue }
      guard value.isFinite else { throw .badValue(row: index + 1) }
      groups.append(value)
      for (item, answer) in row.enumerated() { answers[item].append(answer == 1 ? 1 : 0) }
    }
    guard groups.count >= 2 else { throw .tooFew(n: groups.count, least: 2) }
    self.items = items
    self.n = groups.count
    self.leftOut = rows.count - groups.count
    self.answers = answers
    self.group = groups
  }

  /// 1 where the child had the item right.
  func answers(to item: Int) -> [UInt8] { self.answers[item] }

  /// Each child's right answers among `matching` and `item` itself, which always counts: leaving it out makes an
  /// item without bias look biased (P. W. Holland, D. T. Thayer, 1988).
  func totals(matching: Set<Int>, with item: Int) -> [Int] {
    var totals = [Int](repeating: 0, count: self.n)
    for column in 0..<self.items where column == item || matching.contains(column) {
      for (child, answer) in self.answers[column].enumerated() { totals[child] += Int(answer) }
    }
    return totals
  }

  var allItems: Set<Int> { Set(0..<self.items) }

  /// Throws `badParameter` for an item or matching item that does not exist.
  func check(item: Int, matching: Set<Int>) throws(NoEstimate) {
    guard (0..<self.items).contains(item) else { throw .badParameter("item") }
    guard matching.allSatisfy({ (0..<self.items).contains($0) }) else { throw .badParameter("matching") }
  }
}
