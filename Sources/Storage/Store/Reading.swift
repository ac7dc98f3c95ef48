// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What may be read of one area without naming a child: one consistent snapshot.
///
/// Whatever names a child, or tells one child's results, is on ``Records``, where reading leaves a trace.
/// Not usable after the transaction's closure has returned.
public class Reading {
  public let principal: Principal
  /// The transaction's one moment; every record and audit entry it writes carries it.
  public let now: Instant
  let hash: Hashing
  private var connection: (any SQLConnection)?

  public var area: AreaID { self.principal.area }

  init(_ connection: any SQLConnection, as principal: Principal, at now: Instant, hash: @escaping Hashing) {
    self.connection = connection
    self.principal = principal
    self.now = now
    self.hash = hash
  }

  func end() { self.connection = nil }

  func open() throws -> any SQLConnection {
    guard let connection = self.connection else {
      throw Fault(.storeDefect, "records were used after their transaction ended")
    }
    return connection
  }

  /// Runs a statement whose `$1` is the area.
  func rows(_ sql: String, _ values: [any ColumnValue] = []) throws -> [SQLRow] {
    try self.open().query(sql, [self.area.column] + values.map(\.column))
  }

  /// Reads the records of one table; `clause` follows `SELECT … FROM table`, its `$1` is the area.
  func list<Record: TableRow>(_ clause: String, _ values: [any ColumnValue] = []) throws -> [Record] {
    var records: [Record] = []
    try self.open().query(Record.table.select + clause, [self.area.column] + values.map(\.column)) { row in
      var reader = RowReader(row)
      records.append(try Record(&reader))
    }
    return records
  }

  /// The record whose key the values hold, if there is one.
  func find<Record: TableRow>(key: [any ColumnValue]) throws -> Record? {
    let values = [self.area.column] + key.map(\.column)
    return try self.open().query(Record.table.selectByKey, values).first.map { row in
      var reader = RowReader(row)
      return try Record(&reader)
    }
  }

  /// The records whose `column` holds one of `values`, in no order.
  func list<Record: TableRow>(_ column: String, among values: [any ColumnValue]) throws -> [Record] {
    try self.rows(among: values) { "\(Record.table.select) WHERE area = $1 AND \(column) IN (\($0))" }.map { row in
      var reader = RowReader(row)
      return try Record(&reader)
    }
  }

  /// Rows of a statement that asks for one of `values`, its places given by `sql`; each value's rows stand together.
  /// Asked in pieces of one size, so that there is one statement to prepare and no end to how many values there may be.
  func rows(among values: [any ColumnValue], _ sql: (_ places: String) -> String) throws -> [SQLRow] {
    let size = values.count == 1 ? 1 : 100
    let statement = sql((2..<2 + size).map { "$\($0)" }.joined(separator: ", "))
    return try stride(from: 0, to: values.count, by: size).flatMap { start in
      var piece = Array(values[start..<min(start + size, values.count)])
      while piece.count < size { piece.append(piece[0]) }
      return try self.rows(statement, piece)
    }
  }

  /// The first column of the first row, a number.
  func number(_ sql: String, _ values: [any ColumnValue] = []) throws -> Int {
    guard let row = try self.rows(sql, values).first else { return 0 }
    var reader = RowReader(row)
    return try reader.next()
  }
}
