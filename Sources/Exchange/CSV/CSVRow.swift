// SPDX-License-Identifier: Apache-2.0

/// The cells of one row, unquoted, as UTF-8.
public struct CSVRow: Sendable {
  /// The row as a spreadsheet numbers it: the header is row 1.
  public internal(set) var number: Int = 0
  /// The line of the file on which the row begins, from 1. Differs from ``number`` after a cell that holds
  /// a line break.
  public internal(set) var line: Int = 0

  /// All cells run together; `ends[i]` is where cell `i` ends.
  var bytes: [UInt8] = []
  var ends: [Int] = []

  init() {}

  public var count: Int { self.ends.count }

  /// The bytes of one cell within ``storage``. Empty for a column that the row does not have.
  public func range(of column: Int) -> Range<Int> {
    guard column >= 0, column < self.ends.count else { return 0..<0 }
    return (column == 0 ? 0 : self.ends[column - 1])..<self.ends[column]
  }

  /// The UTF-8 of all cells run together; ``range(of:)`` says which part is which cell. For readers of many
  /// rows that want no `String` a cell.
  public var storage: [UInt8] { self.bytes }

  public func isEmpty(_ column: Int) -> Bool { self.range(of: column).isEmpty }

  /// One cell as text; empty for a column that the row does not have.
  public subscript(column: Int) -> String {
    let range = self.range(of: column)
    return String(decoding: self.bytes[range], as: UTF8.self)
  }

  /// All cells as text.
  public var cells: [String] { (0..<self.count).map { self[$0] } }

  mutating func begin(number: Int, line: Int) {
    self.number = number
    self.line = line
    self.bytes.removeAll(keepingCapacity: true)
    self.ends.removeAll(keepingCapacity: true)
  }
}
