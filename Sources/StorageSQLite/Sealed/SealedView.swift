// SPDX-License-Identifier: Apache-2.0

import GRDB

/// The statements by which one sealed table is read and written as if it were plain.
///
/// A connection that has the key sees a temporary view that opens the cells, with triggers that seal what is written to
/// it. The table itself is in the file as every store's, with its keys, rules and indexes.
struct SealedView: Sendable {
  /// A table's columns as the schema has them.
  struct Columns: Sendable {
    let names: [String]
    /// The primary key, in its order.
    let key: [String]
    /// Those that can't be NULL.
    let required: Set<String>
    /// The statement that makes the table.
    let sql: String
  }

  let table: SealedTable
  let columns: Columns
  private let riders: [SealedTable.Rider]

  /// A column that the schema does not have yet is passed over.
  init(_ table: SealedTable, _ columns: Columns) {
    self.table = table
    self.columns = columns
    self.riders = table.riders.filter { columns.names.contains($0.column) }
  }

  static func name(of table: String) -> String { "opened_\(table)" }

  /// The name in the view of a column as it is kept.
  static func kept(_ column: String) -> String { "kept_\(column)" }

  var name: String { Self.name(of: self.table.name) }

  /// Makes the view and its triggers.
  var creation: [String] {
    let (table, list) = (self.table.name, self.columns.names.joined(separator: ", "))
    let sealed = self.columns.names.map { self.sealed($0, of: "NEW.") }
    let assignments = zip(self.columns.names, sealed).map { "\($0) = \($1)" }.joined(separator: ", ")
    let isRow = self.columns.key.map { "\($0) = OLD.\($0)" }.joined(separator: " AND ")
    let rules = TableRules(
      of: table, self.columns.sql, sealed: Set(self.table.sealedColumns), required: self.columns.required,
      columns: Set(self.columns.names), row: "NEW.")
    let selected = self.columns.names.map { self.opened($0) } + self.keyedColumns.map { "\($0) AS \(Self.kept($0))" }
    return [
      "CREATE TEMP VIEW \(self.name) AS SELECT \(selected.joined(separator: ", ")) FROM main.\(table)",
      """
      CREATE TEMP TRIGGER \(self.name)_insert INSTEAD OF INSERT ON \(self.name)
      BEGIN \(rules.trials)INSERT INTO \(table) (\(list)) VALUES (\(sealed.joined(separator: ", "))); END
      """,
      """
      CREATE TEMP TRIGGER \(self.name)_update INSTEAD OF UPDATE ON \(self.name)
      BEGIN \(rules.trials)UPDATE \(table) SET \(assignments) WHERE \(isRow); END
      """,
      """
      CREATE TEMP TRIGGER \(self.name)_delete INSTEAD OF DELETE ON \(self.name)
      BEGIN DELETE FROM \(table) WHERE \(isRow); END
      """,
    ]
  }

  /// Makes the engine itself refuse a plain row, whoever writes it: also an elsec that knows nothing of sealing.
  ///
  /// - Parameter isChangeable: the table does not refuse every change anyway.
  func guards(isChangeable: Bool) -> [String] {
    (isChangeable ? ["INSERT", "UPDATE"] : ["INSERT"]).map { event in
      """
      CREATE TRIGGER \(self.guardName(event)) BEFORE \(event) ON \(self.table.name) WHEN \(self.isPlain(of: "NEW."))
      BEGIN SELECT RAISE(ABORT, 'unsealed: \(self.table.name)'); END
      """
    }
  }

  var droppingGuards: [String] {
    ["INSERT", "UPDATE"].map { "DROP TRIGGER IF EXISTS main.\(self.guardName($0))" }
  }

  /// Seals the rows of a table that has been plain.
  var sealing: String {
    let assignments = self.table.sealedColumns.filter { self.columns.names.contains($0) }
      .map { "\($0) = \(self.sealed($0, of: ""))" }
    return "UPDATE \(self.table.name) SET \(assignments.joined(separator: ", "))"
  }

  /// The condition that something stands in a sealed column as it was typed.
  func isPlain(of row: String = "") -> String {
    let carrier = "\(row)\(self.table.carrier)"
    let riders = self.riders.map { rider -> String in
      let column = "\(row)\(rider.column)"
      return switch rider.standIn {
      case .nothing where !self.columns.required.contains(rider.column): "\(column) IS NOT NULL"
      case .nothing, .presence: "COALESCE(\(column), '') <> ''"
      case .keyed(let bytes): "(length(\(column)) <> \(bytes * 2) OR \(column) GLOB '*[^0-9a-f]*')"
      }
    }
    return (["(typeof(\(carrier)) <> 'blob' AND COALESCE(\(carrier), '') <> '')"] + riders).joined(separator: " OR ")
  }

  private var keyedColumns: [String] {
    self.riders.compactMap { if case .keyed = $0.standIn { $0.column } else { nil } }
  }

  private func guardName(_ event: String) -> String { "\(self.table.name)_refuses_unsealed_\(event.lowercased())" }

  private func opened(_ column: String) -> String {
    guard self.table.sealedColumns.contains(column) else { return column }
    let key = self.columns.key.joined(separator: ", ")
    return "elsec_opened('\(self.table.name)', '\(column)', \(column), \(self.table.carrier), \(key)) AS \(column)"
  }

  /// What is kept in `column` of a row whose plain columns are named after `row`.
  private func sealed(_ column: String, of row: String) -> String {
    if column == self.table.carrier {
      let content = ([column] + self.riders.map(\.column)).map { "'\($0)', \(row)\($0)" }.joined(separator: ", ")
      let key = self.columns.key.map { row + $0 }.joined(separator: ", ")
      return "elsec_sealed('\(self.table.name)', \(self.columns.key.count), \(key), \(content))"
    }
    guard let rider = self.riders.first(where: { $0.column == column }) else { return row + column }
    return switch rider.standIn {
    case .nothing: self.columns.required.contains(column) ? "''" : "NULL"
    case .presence: "CASE WHEN \(row)\(column) IS NULL THEN NULL ELSE '' END"
    case .keyed(let bytes): "elsec_stand_in('\(self.table.name)', '\(column)', \(bytes), \(row)\(column))"
    }
  }
}

extension SealedView {
  /// The views of what a database's schema has.
  static func all(in database: Database) throws -> [SealedView] {
    try SealedTable.all.compactMap { table in
      let rows = try Row.fetchAll(database, sql: "PRAGMA main.table_info(\(table.name))")
      let creation = "SELECT sql FROM main.sqlite_master WHERE type = 'table' AND name = ?"
      guard let sql = try String.fetchOne(database, sql: creation, arguments: [table.name]) else { return nil }
      let columns = rows.map { row -> (name: String, isRequired: Bool, place: Int) in (row[1], row[3], row[5]) }
      return SealedView(
        table,
        Columns(
          names: columns.map(\.name),
          key: columns.filter { $0.place > 0 }.sorted { $0.place < $1.place }.map(\.name),
          required: Set(columns.filter(\.isRequired).map(\.name)),
          sql: sql))
    }
  }
}
