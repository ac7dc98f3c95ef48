// SPDX-License-Identifier: Apache-2.0

/// How two raters put the same children into the same ordered categories: rows the first rater's, columns the
/// second's.
public struct AgreementTable: Hashable, Sendable {
  /// categories × categories.
  public let counts: [[Int]]
  public let n: Int
  /// Children that one of the raters did not rate.
  public let leftOut: Int

  public var categories: Int { self.counts.count }

  /// Throws unless the table is square with at least two categories, its counts lie in 0...10⁹, and it holds at
  /// least two children.
  public init(_ counts: [[Int]]) throws(NoEstimate) {
    try self.init(counts, leftOut: 0)
  }

  /// Ratings are categories counted from 0; `nil` is not rated.
  ///
  /// Throws `unevenRows` for lists of different lengths and `badValue` for a rating that is not a category.
  public init(first: [Int?], second: [Int?], categories: Int) throws(NoEstimate) {
    guard (2...1000).contains(categories) else { throw .tooFewColumns(categories, least: 2) }
    guard first.count == second.count else { throw .unevenRows(row: min(first.count, second.count) + 1) }
    var counts = [[Int]](repeating: [Int](repeating: 0, count: categories), count: categories)
    var leftOut = 0
    for (row, ratings) in zip(first, second).enumerated() {
      guard let one = ratings.0, let other = ratings.1 else {
        leftOut += 1
        continue
      }
      guard (0..<categories).contains(one), (0..<categories).contains(other) else {
        throw .badValue(row: row + 1)
      }
      counts[one][other] += 1
    }
    try self.init(counts, leftOut: leftOut)
  }

  private init(_ counts: [[Int]], leftOut: Int) throws(NoEstimate) {
    guard counts.count >= 2 else { throw .tooFewColumns(counts.count, least: 2) }
    var n = 0
    for (index, row) in counts.enumerated() {
      guard row.count == counts.count else { throw .unevenRows(row: index + 1) }
      for count in row {
        guard (0...1_000_000_000).contains(count) else { throw .badValue(row: index + 1) }
        n += count
      }
    }
    guard n >= 2 else { throw .tooFew(n: n, least: 2) }
    self.counts = counts
    self.n = n
    self.leftOut = leftOut
  }

  /// The shares of children, and of each rater's categories.
  var shares: (cells: [[Double]], first: [Double], second: [Double]) {
    let cells = self.counts.map { $0.map { Double($0) / Double(self.n) } }
    let first = cells.map { $0.reduce(0, +) }
    let second = cells.indices.map { column in cells.reduce(0) { $0 + $1[column] } }
    return (cells, first, second)
  }
}
