// SPDX-License-Identifier: Apache-2.0

import GRDB
import Storage
import Vocabulary

/// What tells an elsec store from another program's database.
enum StoreMark {
  /// `ELSC` in ASCII: what `file` and other programs tell an elsec store by.
  static let applicationID = 0x454C_5343

  static func isSet(in database: Database) throws -> Bool {
    try Int.fetchOne(database, sql: "PRAGMA application_id") == self.applicationID
  }

  static func set(_ database: Database) throws {
    try database.execute(sql: "PRAGMA application_id = \(self.applicationID)")
  }

  /// - Throws: `store.corrupt` for another program's database. An empty file is nobody's yet.
  static func check(_ database: Database, at path: String) throws {
    guard try !self.isSet(in: database) else { return }
    let found = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let tables = try Int.fetchOne(database, sql: "SELECT count(*) FROM sqlite_master") ?? 0
    guard found == 0, tables == 0 else {
      throw Fault(
        .storeCorrupt,
        "the file is another program's database",
        at: path,
        maybe: "name another file with --store"
      )
    }
  }

  /// Marks an empty file as an elsec store, and refuses one that is another program's.
  static func claim(_ database: Database, at path: String) throws {
    try self.check(database, at: path)
    if try !self.isSet(in: database) { try self.set(database) }
  }
}
