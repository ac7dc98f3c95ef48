// SPDX-License-Identifier: Apache-2.0

import Dispatch
import GRDB
public import Sealing
public import Storage
import Vocabulary

/// One SQLite file in WAL mode: one writer, several readers, each on a thread of its own.
///
/// Foreign keys are on, deleted content is overwritten, and a transaction is on the disk when it returns
/// (`synchronous = FULL`). A sealed store shows its records as a plain one does; but what is asked of no area, the
/// schema above all, sees the tables as they are kept.
public struct SQLiteDriver: SQLDriver {
  private let pool: DatabasePool
  /// `nil` in a store that is not sealed.
  private let sealed: SealedTables?
  public var engine: SQLEngine { .sqlite }
  public var isSealed: Bool { self.sealed != nil }

  /// Opens the store at `path`.
  ///
  /// - Parameters:
  ///   - creating: makes the file, and folders that are missing, readable by their owner alone.
  ///   - busySeconds: how long to wait while another process writes.
  ///   - unlocking: gives the key of a store that turns out to be sealed; not asked where it isn't.
  /// - Throws: `store.unavailable` when there is no file or another process holds it; `store.corrupt` when it is not
  ///   an elsec store; `store.read-only` or `store.cannot-write`; `store.sealed` when it is sealed and nothing gives
  ///   its key; what `unlocking` throws.
  public static func open(
    at path: String,
    creating: Bool = false,
    busySeconds: Int = 5,
    unlocking: ((KeyWraps) async throws -> DataKey)? = nil
  ) async throws -> SQLiteDriver {
    try await offTheCooperativePool { try StoreFile.prepare(path, creating: creating) }
    var sealed: SealedTables?
    if let unlocking, let keeping = try await StoreSealing.keeping(of: path) {
      sealed = SealedTables(try await unlocking(keeping.wraps))
      if keeping.isUnfinished { try await StoreSealing.finish(path) }
    }
    return try await offTheCooperativePool { [sealed] in
      try SQLiteDriver(path: path, busySeconds: busySeconds, sealed: sealed)
    }
  }

  private init(path: String, busySeconds: Int, sealed: SealedTables?) throws {
    var configuration = Configuration()
    configuration.label = "elsec.store"
    configuration.maximumReaderCount = 4
    configuration.busyMode = .timeout(Double(busySeconds))
    configuration.prepareDatabase { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")
      try database.execute(sql: "PRAGMA trusted_schema = OFF")
      try sealed?.prepare(database)
    }
    self.sealed = sealed
    self.pool = try faultsMapped(at: path) {
      let pool = try DatabasePool(path: path, configuration: configuration)
      try pool.writeWithoutTransaction { database in
        // The pool sets NORMAL when it turns WAL on; a kept record must survive a power cut.
        try database.execute(sql: "PRAGMA synchronous = FULL")
        try StoreMark.claim(database, at: path)
        guard try KeyTable.isThere(in: database) == (sealed != nil) else {
          throw Fault(
            .storeSealed, "the store is sealed, and opens by its passphrase alone", at: path,
            maybe: "name the file that holds it in ELSEC_PASSPHRASE_FILE, or type it when asked")
        }
      }
      return pool
    }
  }

  /// Every scope sees the whole file: whoever can open it could read it anyway.
  public func read<Value: Sendable>(
    in scope: SQLScope, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    let sealed = scope == .everywhere ? nil : self.sealed
    return try await faultsMapped {
      try await self.pool.read { try body(SQLiteConnection(database: $0, sealed: sealed)) }
    }
  }

  @discardableResult
  public func write<Value: Sendable>(
    in scope: SQLScope, sharing: Bool, _ body: @escaping @Sendable (any SQLConnection) throws -> Value
  ) async throws -> Value {
    try await faultsMapped {
      guard scope == .everywhere, let sealed = self.sealed else {
        return try await self.pool.write { try body(SQLiteConnection(database: $0, sealed: self.sealed)) }
      }
      let value = try await self.pool.write { database in
        try sealed.changingSchema(of: database) { try body(SQLiteConnection(database: database, sealed: nil)) }
      }
      // The readers' views are those of the schema that was.
      self.pool.invalidateReadOnlyConnections()
      return value
    }
  }

  public func integrityProblems() async throws -> [String] {
    try await faultsMapped {
      try await self.pool.read { database in
        try Self.integrityProblems(of: database) + (self.sealed?.problems(of: database) ?? [])
      }
    }
  }

  static func integrityProblems(of database: Database) throws -> [String] {
    let pages = try String.fetchAll(database, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    let references = try Row.fetchAll(database, sql: "PRAGMA foreign_key_check").map { row in
      let (table, parent): (String?, String?) = (row[0], row[2])
      return "a row of \(table ?? "?") refers to a row of \(parent ?? "?") that is not there"
    }
    return pages + references
  }

  public func backup(to path: String) async throws {
    try await faultsMapped(at: path) {
      try await self.pool.read { source in
        try StoreFile.writeWhole(path) { temporary in
          try Self.copy(source, to: temporary)
        }
      }
    }
  }

  /// One file that needs no other beside it, whatever medium it is put on.
  private static func copy(_ source: Database, to path: String) throws {
    let copy = try DatabaseQueue(path: path)
    try copy.writeWithoutTransaction { database in
      try source.backup(to: database)
      try database.execute(sql: "PRAGMA journal_mode = DELETE")
    }
    try copy.close()
  }

  /// Puts a backup in the place of a store, after looking it over.
  ///
  /// - Throws: `store.cannot-write` when there is a file at `path`; `store.corrupt` when the backup is not a
  ///   sound elsec store; `store.unavailable` when it is not there.
  public static func restore(from backup: String, to path: String) async throws {
    try await offTheCooperativePool {
      try StoreFile.prepare(backup, creating: false)
      try faultsMapped(at: backup) {
        var configuration = Configuration()
        configuration.readonly = true
        let source = try DatabaseQueue(path: backup, configuration: configuration)
        try source.read { database in
          let isOurs = try StoreMark.isSet(in: database)
          let problems = try self.integrityProblems(of: database)
          guard isOurs, problems.isEmpty else {
            throw Fault(
              .storeCorrupt,
              problems.first ?? "the file is not an elsec store",
              at: backup,
              maybe: "try an older backup"
            )
          }
          try StoreFile.makeFolder(of: path)
          try StoreFile.writeWhole(path) { temporary in
            try self.copy(database, to: temporary)
          }
        }
        try source.close()
      }
    }
  }

  public func close() async throws {
    try await offTheCooperativePool {
      try faultsMapped {
        // The writer must be the last to go: only a connection that can write takes the log into the file.
        self.pool.invalidateReadOnlyConnections()
        try self.pool.close()
      }
    }
  }
}

/// Runs what blocks on a thread that may block.
func offTheCooperativePool<Value: Sendable>(
  _ work: @escaping @Sendable () throws -> Value
) async throws -> Value {
  try await withCheckedThrowingContinuation { continuation in
    DispatchQueue.global().async { continuation.resume(with: Result { try work() }) }
  }
}
