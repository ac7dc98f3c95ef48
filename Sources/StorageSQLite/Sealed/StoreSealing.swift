// SPDX-License-Identifier: Apache-2.0

import GRDB
public import Sealing
import Storage
import Vocabulary

/// Makes sealed stores, seals plain ones, and changes who can open them.
public enum StoreSealing {
  /// How a sealed store keeps its key; `nil` of one that is plain.
  ///
  /// - Throws: what ``SQLiteDriver/open(at:creating:busySeconds:unlocking:)`` throws of a file.
  public static func keyWraps(of path: String) async throws -> KeyWraps? { try await self.keeping(of: path)?.wraps }

  /// As ``keyWraps(of:)``, and whether the sealing was cut short.
  static func keeping(of path: String) async throws -> (wraps: KeyWraps, isUnfinished: Bool)? {
    try await self.withFile(path) { queue in
      try queue.read { database in
        try StoreMark.check(database, at: path)
        guard let wraps = try KeyTable.wraps(in: database) else { return nil }
        return (wraps, try KeyTable.isUnfinished(in: database))
      }
    }
  }

  /// Makes the file of a sealed store that has no schema yet, whole or not at all.
  ///
  /// - Throws: `store.cannot-write` when there is a file.
  public static func make(at path: String, with wraps: KeyWraps) async throws {
    try await offTheCooperativePool {
      try faultsMapped(at: path) {
        try StoreFile.makeFolder(of: path)
        try StoreFile.writeWhole(path) { temporary in
          let queue = try DatabaseQueue(path: temporary)
          try queue.write { database in
            try StoreMark.set(database)
            try KeyTable.make(in: database, with: wraps)
          }
          try queue.close()
        }
      }
    }
  }

  /// Seals a plain store, whole or not at all, while nobody else has it open. Nothing plain is left in its pages or its
  /// log; copies that were made before stay as they are, and so may blocks that the disk itself has put aside.
  ///
  /// Once the rows are sealed, a sealing that was cut short is ended by the next who opens the store.
  ///
  /// - Throws: `store.sealed` when it is sealed already; `store.unavailable` when another process has it open.
  public static func seal(_ path: String, under key: DataKey, with wraps: KeyWraps) async throws {
    try await self.withFile(path, alone: true) { queue in
      try StoreFile.makePrivate(path)
      try queue.inDatabase { database in
        // In the log, not in a journal beside the file: that would keep what was.
        try database.execute(sql: "PRAGMA journal_mode = WAL")
      }
      try queue.write { database in
        try StoreMark.check(database, at: path)
        guard try !KeyTable.isThere(in: database) else {
          throw Fault(.storeSealed, "the store is sealed already", at: path)
        }
        SealedCells(CellSeal(key)).add(to: database)
        try SealedTables(key).sealRows(of: database)
        try KeyTable.make(in: database, with: wraps, isUnfinished: true)
      }
      try self.clean(queue, at: path)
    }
  }

  /// Writes the pages anew and empties the log, so that nothing is left of what was plain.
  static func finish(_ path: String) async throws {
    try await self.withFile(path, alone: true) { queue in try self.clean(queue, at: path) }
  }

  /// Keeps other wraps of the same key. The old ones are gone from the file, but not from copies made before.
  ///
  /// - Throws: `store.changed-meanwhile` when somebody else replaced `old`.
  public static func replace(_ old: KeyWraps, of path: String, with new: KeyWraps) async throws {
    try await self.withFile(path) { queue in
      try queue.write { database in
        guard try KeyTable.wraps(in: database) == old else {
          throw Fault(.storeChangedMeanwhile, "the store's passphrase was changed meanwhile", at: path)
        }
        try KeyTable.write(new, in: database)
      }
      // Others who have the store open keep the log from being emptied; the last of them to close it does.
      try queue.inDatabase { try $0.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
    }
  }

  private static func clean(_ queue: DatabaseQueue, at path: String) throws {
    try queue.vacuum()
    try self.emptyLog(of: queue, at: path)
    try queue.write { try KeyTable.finish(in: $0) }
    try self.emptyLog(of: queue, at: path)
  }

  private static func emptyLog(of queue: DatabaseQueue, at path: String) throws {
    let isBusy = try queue.inDatabase { try Int.fetchOne($0, sql: "PRAGMA wal_checkpoint(TRUNCATE)") } ?? 1
    guard isBusy == 0 else {
      throw Fault(.storeUnavailable, "another process has the store open", at: path, maybe: "end it, then try again")
    }
  }

  /// - Parameter alone: nobody else may have the file open.
  private static func withFile<Value: Sendable>(
    _ path: String, alone: Bool = false, _ body: @escaping @Sendable (DatabaseQueue) throws -> Value
  ) async throws -> Value {
    try await offTheCooperativePool {
      try StoreFile.prepare(path, creating: false)
      return try faultsMapped(at: path) {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
          for pragma in ["secure_delete = ON", "trusted_schema = OFF", "temp_store = MEMORY", "synchronous = FULL"] {
            try database.execute(sql: "PRAGMA \(pragma)")
          }
          if alone { try database.execute(sql: "PRAGMA locking_mode = EXCLUSIVE") }
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        let value = try body(queue)
        try queue.close()
        return value
      }
    }
  }
}
