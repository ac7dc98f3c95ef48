// SPDX-License-Identifier: Apache-2.0

import Foundation
import Storage
import StorageSQLite

/// A file in a folder of its own.
struct SQLiteTestDatabase: TestDatabase {
  private let path: String

  static func with(migrated: Bool, _ body: @Sendable (any TestDatabase) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "elsec-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let database = Self(path: folder.appending(path: "store.db").path)
    if migrated {
      let driver = try await database.openToMigrate()
      try await Store.migrate(driver, hash: testHash, clock: TestClock().read)
      try await driver.close()
    }
    try await body(database)
  }

  func open() async throws -> any SQLDriver { try await SQLiteDriver.open(at: self.path, creating: true) }

  func openToMigrate() async throws -> any SQLDriver { try await self.open() }

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
