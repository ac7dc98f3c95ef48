// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Every migration, in the order they are applied.
enum Migrations {
  static let all: [Migration] = [
    .areaAndAudit, .settingsAndStaff, .children, .screenings, .demand, .rotas, .plans, .access, .definitions,
    .circumstances, .secondRatings, .repairs, .rootsAndErasure, .jobs, .sync, .devices,
  ]

  static var latest: Int { self.all.count }

  /// Numbers of the migrations that are applied.
  ///
  /// - Throws: `store.newer-schema` when the store has one that is not known here, `store.altered-schema` when
  ///   one is not what is known under its number.
  static func applied(on connection: any SQLConnection, hash: Hashing) throws -> Int {
    var count = 0
    let rows = try connection.query("SELECT number, checksum FROM schema_migration ORDER BY number")
    for row in rows {
      var reader = RowReader(row)
      let (number, checksum): (Int, Digest) = (try reader.next(), try reader.next())
      guard number <= self.latest else {
        throw Fault(
          .storeNewerSchema,
          "the store has schema version \(number); this elsec knows up to \(self.latest)",
          maybe: "use the elsec that wrote it, or a newer one"
        )
      }
      guard number == count + 1, checksum == self.all[number - 1].checksum(by: hash) else {
        throw Fault(
          .storeAlteredSchema,
          "schema version \(number) of the store is not the one this elsec knows",
          maybe: "restore a backup, or use the elsec that wrote the store"
        )
      }
      count = number
    }
    return count
  }

  static func createTable(on connection: any SQLConnection) throws {
    try connection.execute(
      """
      CREATE TABLE IF NOT EXISTS schema_migration (
        number bigint NOT NULL PRIMARY KEY,
        name text NOT NULL,
        checksum text NOT NULL,
        applied_at text NOT NULL
      )
      """
    )
  }

  /// Applies what is missing, sees that every area's rows are secured, and returns the names of what it applied.
  static func apply(
    on connection: any SQLConnection,
    engine: SQLEngine,
    at now: Instant,
    hash: Hashing
  ) throws -> [String] {
    try self.createTable(on: connection)
    let pending = self.all.dropFirst(try self.applied(on: connection, hash: hash))
    for migration in pending {
      for statement in migration.statements {
        for sql in statement.sql(for: engine) { try connection.execute(sql) }
      }
      try connection.execute(
        "INSERT INTO schema_migration (number, name, checksum, applied_at) VALUES ($1, $2, $3, $4)",
        [
          .integer(migration.number), .text(migration.name), migration.checksum(by: hash).column, now.column,
        ]
      )
    }
    for sql in RowSecurity.statements(for: engine) { try connection.execute(sql) }
    return pending.map(\.name)
  }
}
