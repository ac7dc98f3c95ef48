// SPDX-License-Identifier: Apache-2.0

import GRDB
import Sealing
import Vocabulary

/// Where a sealed store keeps the wraps of its key: in the file itself, so that a copy of it has them too.
///
/// The table is there in a sealed store only. A row `unfinished` says that what was plain may still stand in free pages
/// or in the log.
enum KeyTable {
  static func isThere(in database: Database) throws -> Bool {
    try Int.fetchOne(
      database, sql: "SELECT count(*) FROM main.sqlite_master WHERE type = 'table' AND name = 'sealing'") == 1
  }

  static func make(in database: Database, with wraps: KeyWraps, isUnfinished: Bool = false) throws {
    try database.execute(
      sql: """
        CREATE TABLE main.sealing (
          name text NOT NULL PRIMARY KEY CHECK (name IN ('passphrase', 'recovery', 'unfinished')),
          content text NOT NULL
        )
        """)
    try self.write(wraps, in: database)
    if isUnfinished { try database.execute(sql: "INSERT INTO sealing (name, content) VALUES ('unfinished', '')") }
  }

  /// `nil` in a store that is not sealed.
  ///
  /// - Throws: `seal.malformed`.
  static func wraps(in database: Database) throws -> KeyWraps? {
    guard try self.isThere(in: database) else { return nil }
    let recovery = try self.content("recovery", in: database)
    return KeyWraps(
      passphrase: try PassphraseWrap(try self.content("passphrase", in: database) ?? ""),
      recovery: try recovery.map { try RecoveryWrap($0) })
  }

  static func write(_ wraps: KeyWraps, in database: Database) throws {
    try database.execute(sql: "DELETE FROM sealing WHERE name IN ('passphrase', 'recovery')")
    for (name, content) in [("passphrase", wraps.passphrase.description), ("recovery", wraps.recovery?.description)] {
      guard let content else { continue }
      try database.execute(sql: "INSERT INTO sealing (name, content) VALUES (?, ?)", arguments: [name, content])
    }
  }

  static func isUnfinished(in database: Database) throws -> Bool {
    guard try self.isThere(in: database) else { return false }
    return try self.content("unfinished", in: database) != nil
  }

  static func finish(in database: Database) throws {
    try database.execute(sql: "DELETE FROM sealing WHERE name = 'unfinished'")
  }

  private static func content(_ name: String, in database: Database) throws -> String? {
    try String.fetchOne(database, sql: "SELECT content FROM sealing WHERE name = ?", arguments: [name])
  }
}
