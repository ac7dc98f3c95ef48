// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A record that fills one row of one table; the row's `area` comes from the transaction.
protocol TableRow: Sendable, Hashable {
  static var table: TableShape { get }
  /// Reads the columns in the table's order.
  init(_ row: inout RowReader) throws
  /// The columns in the table's order.
  var values: [SQLValue] { get }
}

/// The statements that depend on nothing but a table's columns. `$1` is the area, the columns follow.
struct TableShape: Sendable {
  let name: String
  let columns: [String]
  let keyCount: Int
  let select: String
  let insert: String
  let update: String

  /// - Parameters:
  ///   - key: how many of the first columns, with the area, make the primary key; 0 where an area has one row.
  init(_ name: String, key keyCount: Int = 1, _ columns: [String]) {
    self.name = name
    self.columns = columns
    self.keyCount = keyCount
    let listed = columns.joined(separator: ", ")
    let places = (0...columns.count).map { "$\($0 + 1)" }.joined(separator: ", ")
    self.select = "SELECT \(listed) FROM \(name) "
    self.insert = "INSERT INTO \(name) (area, \(listed)) VALUES (\(places))"
    let numbered = columns.enumerated().map { "\($1) = $\($0 + 2)" }
    let assignments = numbered.dropFirst(keyCount).joined(separator: ", ")
    let key = (["area = $1"] + numbered.prefix(keyCount)).joined(separator: " AND ")
    self.update = "UPDATE \(name) SET \(assignments) WHERE \(key)"
  }

  /// The row with the key that the `$2`, … hold.
  var selectByKey: String {
    let key = self.columns.prefix(self.keyCount).enumerated().map { "\($1) = $\($0 + 2)" }
    return self.select + "WHERE " + (["area = $1"] + key).joined(separator: " AND ")
  }
}

/// Takes the columns of a row one after another.
struct RowReader {
  private let values: [SQLValue]
  private var index = 0

  init(_ row: SQLRow) { self.values = row.values }

  /// - Throws: `store.corrupt` naming the column's position, never its content.
  mutating func next<Value: ColumnValue>(_ type: Value.Type = Value.self) throws -> Value {
    guard self.index < self.values.count, let value = Value(column: self.values[self.index]) else {
      throw Fault(
        .storeCorrupt,
        "column \(self.index + 1) of a row does not hold a \(type)",
        maybe: "run 'elsec store check'; another program may have written to the store"
      )
    }
    self.index += 1
    return value
  }
}
