// SPDX-License-Identifier: Apache-2.0

import GRDB
import Sealing
import Synchronization

/// A sealed store's tables as its connections see them: plain to who has the key.
final class SealedTables: Sendable {
  private let seal: CellSeal
  private let statements = Mutex<[String: String]>([:])

  init(_ key: DataKey) { self.seal = CellSeal(key) }

  /// Makes a connection ready: what it sorts and keeps aside stays in memory, and the views are there.
  func prepare(_ database: Database) throws {
    try database.execute(sql: "PRAGMA temp_store = MEMORY")
    SealedCells(self.seal).add(to: database)
    try self.show(in: database)
  }

  /// A statement of the records as it is run here.
  func statement(_ sql: String) -> String {
    self.statements.withLock { known in
      if let statement = known[sql] { return statement }
      let statement = SealedStatement.opened(sql)
      known[sql] = statement
      return statement
    }
  }

  /// Runs what changes the schema, which sees the tables as they are kept, and makes views and guards for what has
  /// become of it.
  func changingSchema<Value>(of database: Database, _ body: () throws -> Value) throws -> Value {
    for view in try SealedView.all(in: database) {
      for sql in ["DROP VIEW IF EXISTS temp.\(view.name)"] + view.droppingGuards { try database.execute(sql: sql) }
    }
    let value = try body()
    try self.guardRows(in: database)
    try self.show(in: database)
    return value
  }

  /// Makes the engine refuse plain rows.
  func guardRows(in database: Database) throws {
    for view in try SealedView.all(in: database) {
      let refusing = "SELECT count(*) FROM main.sqlite_master WHERE type = 'trigger' AND name = ?"
      let refuses = try Int.fetchOne(database, sql: refusing, arguments: ["\(view.table.name)_refuses_update"])
      for sql in view.guards(isChangeable: refuses == 0) { try database.execute(sql: sql) }
    }
  }

  /// Seals every row of a store that has been plain. Its own rules against changing rows don't hold meanwhile.
  func sealRows(of database: Database) throws {
    for view in try SealedView.all(in: database) {
      let triggers = try Row.fetchAll(
        database, sql: "SELECT name, sql FROM main.sqlite_master WHERE type = 'trigger' AND tbl_name = ?",
        arguments: [view.table.name]
      ).map { row -> (name: String, sql: String) in (row[0], row[1]) }
      for trigger in triggers { try database.execute(sql: "DROP TRIGGER main.\(trigger.name)") }
      try database.execute(sql: view.sealing)
      for trigger in triggers { try database.execute(sql: trigger.sql) }
    }
    try self.guardRows(in: database)
  }

  /// What does not open, and what stands there plain; table by table, without a value.
  func problems(of database: Database) throws -> [String] {
    let cells = SealedCells(self.seal)
    return try SealedView.all(in: database).flatMap { view -> [String] in
      let table = view.table.name
      let plain = try Int.fetchOne(database, sql: "SELECT count(*) FROM main.\(table) WHERE \(view.isPlain())") ?? 0
      let rows = try Row.fetchCursor(
        database,
        sql: "SELECT \(view.table.carrier), \(view.columns.key.joined(separator: ", ")) FROM main.\(table)")
      var broken = 0
      while let row = try rows.next() {
        let values = Array(row.databaseValues)
        if !cells.opens(values[0], of: view.table, key: values[1...]) { broken += 1 }
      }
      return (plain > 0 ? ["\(plain) rows of '\(table)' are not sealed"] : [])
        + (broken > 0 ? ["\(broken) sealed rows of '\(table)' do not open"] : [])
    }
  }

  private func show(in database: Database) throws {
    for view in try SealedView.all(in: database) {
      for sql in view.creation { try database.execute(sql: sql) }
    }
  }
}
