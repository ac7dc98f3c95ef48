// SPDX-License-Identifier: Apache-2.0

import Foundation
import Sealing
import Storage
import StorageSQLite

/// A file in a folder of its own, plain or sealed.
struct SQLiteTestDatabase: TestDatabase {
  private let path: String

  /// One key for all sealed files: what a passphrase costs is paid once.
  private static let key = DataKey()
  private static let wraps = Result {
    KeyWraps(passphrase: try PassphraseWrap(of: Self.key, by: Passphrase("correct horse battery staple")))
  }

  static func with(
    migrated: Bool, isSealed: Bool = false, _ body: @Sendable (any TestDatabase) async throws -> Void
  ) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "elsec-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = Self(path: folder.appending(path: "store.db").path)
    if isSealed { try await StoreSealing.make(at: database.path, with: try self.wraps.get()) }
    if migrated {
      let driver = try await database.openToMigrate()
      try await Store.migrate(driver, hash: testHash, clock: TestClock().read)
      try await driver.close()
    }
    try await body(database)
  }

  func open() async throws -> any SQLDriver {
    try await SQLiteDriver.open(at: self.path, creating: true) { _ in Self.key }
  }

  func openToMigrate() async throws -> any SQLDriver { try await self.open() }

  /// Of a sealed file the statements see the tables as they are kept.
  @discardableResult
  func tamper(_ statements: [String]) async throws -> SQLValue? {
    let driver = try await self.open()
    let value = try await driver.write { connection in
      var value: SQLValue?
      for sql in statements { value = try connection.query(sql).first?.values.first }
      return value
    }
    try await driver.close()
    return value
  }
}
