// SPDX-License-Identifier: Apache-2.0

import GRDB
import Storage
import Vocabulary

/// Statements on one connection, prepared once each.
struct SQLiteConnection: SQLConnection {
  let database: Database
  /// `nil` where the tables are to be seen as they are kept.
  let sealed: SealedTables?

  func query(_ sql: String, _ values: [SQLValue], each: (SQLRow) throws -> Void) throws {
    try faultsMapped(running: sql) {
      let cursor = try Row.fetchCursor(try self.prepared(sql, values))
      while let row = try cursor.next() {
        try each(SQLRow(try row.databaseValues.map { try SQLValue(kept: $0) }))
      }
    }
  }

  func execute(_ sql: String, _ values: [SQLValue]) throws -> Int {
    try faultsMapped(running: sql) {
      let before = self.database.totalChangesCount
      try self.prepared(sql, values).execute()
      // What a statement does through a view counts in the total only.
      return self.sealed == nil ? self.database.changesCount : self.database.totalChangesCount - before
    }
  }

  private func prepared(_ sql: String, _ values: [SQLValue]) throws -> Statement {
    // `$1` is a name to SQLite, numbered as it appears; `?1` is the first value wherever it stands.
    let run = self.sealed?.statement(sql) ?? sql
    let numbered = String(
      decoding: run.utf8.map { $0 == UInt8(ascii: "$") ? UInt8(ascii: "?") : $0 },
      as: UTF8.self
    )
    let statement = try self.database.cachedStatement(sql: numbered)
    try statement.setArguments(StatementArguments(try values.map { try $0.argument }))
    return statement
  }
}

extension SQLValue {
  init(kept value: DatabaseValue) throws {
    switch value.storage {
    case .null: self = .null
    case .int64(let number): self = .integer(Int(number))
    case .double(let number): self = .real(number)
    case .string(let text): self = .text(text)
    case .blob: throw Fault(.storeCorrupt, "a column holds bytes where text belongs")
    }
  }

  var argument: DatabaseValue {
    get throws {
      switch self {
      case .null: return .null
      case .integer(let number): return Int64(number).databaseValue
      case .real(let number): return number.databaseValue
      case .text(let text):
        guard !text.utf8.contains(0) else {
          throw Fault(.malformed, "text to be kept holds a NUL character", maybe: "take it out")
        }
        return text.databaseValue
      }
    }
  }
}
