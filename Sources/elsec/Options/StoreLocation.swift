// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Storage
import StoragePostgres
import StorageSQLite
import Vocabulary

/// Where records live: the one place where an engine is chosen.
enum StoreLocation {
  case file(String)
  case postgres(PostgresAddress)

  /// - Throws: `store.unavailable` for the address of an engine that elsec has no driver for.
  init(_ text: String) throws {
    if PostgresAddress.isAddress(text) {
      self = .postgres(try PostgresAddress(text))
    } else if text.contains("://") {
      throw Fault(
        .storeUnavailable, "elsec keeps its records in a SQLite file or in PostgreSQL", at: "--store",
        maybe: "give the path of a file, or postgres://user@host/database")
    } else {
      self = .file(text)
    }
  }

  /// The path of the store's file, whether or not there is one.
  ///
  /// - Throws: `store.unavailable` for a store that is not a file.
  func file() throws -> String {
    switch self {
    case .file(let path): return path
    case .postgres:
      throw Fault(
        .storeUnavailable, "a PostgreSQL store is not one file", at: "--store",
        maybe: "use Ops/backup and Ops/restore-drill")
    }
  }

  /// Of a sealed store the passphrase is asked for.
  ///
  /// - Throws: `store.unavailable` where there is none; `seal.wrong-passphrase`; `store.unsafe` for a server or a role that would not keep
  ///   areas apart.
  func driver(connections: Int) async throws -> any SQLDriver {
    switch self {
    case .file(let path):
      guard Disk.exists(path) else {
        throw Fault(.storeUnavailable, "there is no store", at: path, maybe: "run 'elsec store init'")
      }
      return try await SQLiteDriver.open(at: path) { try StoreKeys.key(of: $0) }
    case .postgres(let address): return try await PostgresDriver.open(address, connections: connections)
    }
  }

  /// Brings the schema up to date; makes a file that is not there.
  ///
  /// - Returns: the names of the migrations that were missing, and the schema's version.
  func migrate() async throws -> (applied: [String], version: Int) {
    let driver: any SQLDriver =
      switch self {
      case .file(let path): try await SQLiteDriver.open(at: path, creating: true) { try StoreKeys.key(of: $0) }
      case .postgres(let address): try await PostgresDriver.open(address, migrating: true)
      }
    do {
      let applied = try await Store.migrate(driver, hash: sha256, clock: { Moment.now() })
      let store = try await Store.open(driver, hash: sha256, clock: { Moment.now() })
      let version = try await store.check().schemaVersion
      try await store.close()
      return (applied, version)
    } catch {
      try? await driver.close()
      throw error
    }
  }
}
