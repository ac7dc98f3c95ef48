// SPDX-License-Identifier: Apache-2.0

/// The rows without a missing value, as one block of numbers. Rows with one are left out whole, and counted.
public struct CompleteCases: Hashable, Sendable {
  /// Row after row.
  public let values: [Double]
  /// The complete rows.
  public let n: Int
  public let columns: Int
  /// Rows with at least one missing value.
  public let leftOut: Int

  /// Throws `unevenRows` when rows differ in length and `badValue` for a value that is not finite.
  public init(_ rows: [[Double?]]) throws(NoEstimate) {
    let columns = rows.first?.count ?? 0
    var values: [Double] = []
    values.reserveCapacity(rows.count * columns)
    var leftOut = 0
    for (index, row) in rows.enumerated() {
      guard row.count == columns else { throw .unevenRows(row: index + 1) }
      let start = values.count
      for value in row {
        guard let value else { break }
        guard value.isFinite else { throw .badValue(row: index + 1) }
        values.append(value)
      }
      guard values.count < start + columns else { continue }
      values.removeLast(values.count - start)
      leftOut += 1
    }
    self.values = values
    self.columns = columns
    self.n = columns == 0 ? 0 : values.count / columns
    self.leftOut = columns == 0 ? 0 : leftOut
  }

  /// Throws when there are fewer than `rows` complete rows or fewer than `columns` columns.
  func require(rows: Int, columns: Int) throws(NoEstimate) {
    guard self.columns >= columns else { throw .tooFewColumns(self.columns, least: columns) }
    guard self.n >= rows else { throw .tooFew(n: self.n, least: rows) }
  }
}
