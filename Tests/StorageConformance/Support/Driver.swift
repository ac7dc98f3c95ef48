// SPDX-License-Identifier: Apache-2.0

import Storage
import Synchronization
import Testing
import Vocabulary

/// The engines the suite runs on. A further engine is one case and its ``TestDatabase``.
enum Driver: String, CaseIterable, CustomTestStringConvertible {
  case sqlite
  case sealed
  case postgres

  /// PostgreSQL needs a server to try: `Ops/test` starts one and names it.
  static let allCases: [Driver] = [.sqlite, .sealed] + (PostgresServer.isThere ? [.postgres] : [])

  var testDescription: String { self.rawValue }

  /// An empty, migrated store of its own, gone afterwards. The area `E06000020` is set.
  func withStore(_ body: @Sendable (TestStore) async throws -> Void) async throws {
    try await self.withDatabase(migrated: true) { database in
      let clock = TestClock()
      let store = try await Store.open(try await database.open(), hash: testHash, clock: clock.read)
      let test = TestStore(store: store, database: database, clock: clock)
      try await test.write { records in try records.put(.telford) }
      try await body(test)
      try await store.close()
    }
  }

  /// A database of its own, gone afterwards.
  func withDatabase(migrated: Bool = false, _ body: @Sendable (any TestDatabase) async throws -> Void) async throws {
    switch self {
    case .sqlite: try await SQLiteTestDatabase.with(migrated: migrated, body)
    case .sealed: try await SQLiteTestDatabase.with(migrated: migrated, isSealed: true, body)
    case .postgres: try await PostgresTestDatabase.with(migrated: migrated, body)
    }
  }

  /// Lets a test change what elsec itself never changes.
  func disarm(_ table: String) -> [String] {
    switch self {
    case .sqlite, .sealed: ["DROP TRIGGER \(table)_refuses_update", "DROP TRIGGER \(table)_refuses_delete"]
    case .postgres: ["DROP TRIGGER \(table)_refuses_change ON \(table)"]
    }
  }
}

extension Driver {
  /// As ``disarm(_:)``, for a table whose rows an erasure may take.
  func disarmErasable(_ table: String) -> [String] {
    switch self {
    case .sqlite, .sealed: self.disarm(table)
    case .postgres: ["DROP TRIGGER \(table)_refuses_change_but_erasure ON \(table)"]
    }
  }
}

/// A database that a test can open as elsec does, and reach behind elsec's back.
protocol TestDatabase: Sendable {
  /// As the service and the commands open it.
  func open() async throws -> any SQLDriver
  /// As `elsec store migrate` opens it.
  func openToMigrate() async throws -> any SQLDriver
  /// Runs statements that nothing is secured from, in one transaction.
  ///
  /// - Returns: the first column of the last statement's first row, where it has one.
  @discardableResult
  func tamper(_ statements: [String]) async throws -> SQLValue?
}

struct TestStore: Sendable {
  let store: Store
  let database: any TestDatabase
  let clock: TestClock

  @discardableResult
  func write<Value: Sendable>(_ body: @escaping @Sendable (Records) throws -> Value) async throws -> Value {
    try await self.store.write(as: .manager, body)
  }

  func read<Value: Sendable>(_ body: @escaping @Sendable (Reading) throws -> Value) async throws -> Value {
    try await self.store.read(as: .manager, body)
  }

  /// Runs statements behind the store's back.
  func tamper(_ statements: [String]) async throws { try await self.database.tamper(statements) }

  func count(_ table: String) async throws -> Int {
    let first = try await self.database.tamper(["SELECT count(*) FROM \(table)"])
    return if case .integer(let count)? = first { count } else { -1 }
  }

  /// What `elsec store migrate` does: the names of the migrations that were applied.
  func migrate() async throws -> [String] {
    let driver = try await self.database.openToMigrate()
    let names = try await Store.migrate(driver, hash: testHash, clock: self.clock.read)
    try await driver.close()
    return names
  }

  /// Audit entries appended by `body`.
  func entries(
    of body: @escaping @Sendable (Records) throws -> Void
  ) async throws -> [AuditEntry] {
    let before = try await self.read { try $0.auditHead().sequence }
    try await self.write(body)
    return try await self.read { try $0.auditEntries(after: before) }
  }
}

/// Every reading is a second later than the one before.
final class TestClock: Sendable {
  private let seconds = Mutex(0)

  func advance(by seconds: Int) { self.seconds.withLock { $0 += seconds } }

  var read: @Sendable () -> Instant {
    {
      let second = self.seconds.withLock { seconds in
        seconds += 1
        return seconds
      }
      return Instant(microseconds: 1_795_000_000_000_000 + second * 1_000_000)
    }
  }
}

/// 32 bytes that differ when the input does: enough to test with, no cryptography.
let testHash: Hashing = { bytes in
  let words = (1...4).map { seed -> UInt64 in
    bytes.reduce(0xCBF2_9CE4_8422_2325 &* UInt64(seed)) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
  let spread = words.flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
  return Digest(bytes: spread) ?? .zero
}

/// The fault that `body` throws; fails when it throws none.
func fault<Value>(
  _ code: Fault.Code,
  sourceLocation: SourceLocation = #_sourceLocation,
  _ body: () async throws -> Value
) async -> Fault? {
  do {
    _ = try await body()
    Issue.record("nothing was thrown", sourceLocation: sourceLocation)
  } catch let fault as Fault {
    #expect(fault.code == code, "\(fault)", sourceLocation: sourceLocation)
    return fault
  } catch {
    Issue.record("not a fault: \(error)", sourceLocation: sourceLocation)
  }
  return nil
}
