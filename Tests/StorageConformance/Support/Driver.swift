// SPDX-License-Identifier: Apache-2.0

import Foundation
import Storage
import StorageSQLite
import Synchronization
import Testing
import Vocabulary

/// The engines the suite runs on. A further engine is one case and its two `switch` branches.
enum Driver: String, CaseIterable, CustomTestStringConvertible {
  case sqlite

  var testDescription: String { self.rawValue }

  /// An empty, migrated store of its own, gone afterwards. The area `E06000020` is set.
  func withStore(_ body: (TestStore) async throws -> Void) async throws {
    try await self.withDatabase { open in
      let driver = try await open()
      let clock = TestClock()
      let store = try await Store.open(driver, hash: testHash, clock: clock.read, migrating: true)
      let test = TestStore(store: store, driver: driver, clock: clock, open: open)
      try await test.write { records in try records.put(.telford) }
      try await body(test)
      try await store.close()
    }
  }

  /// A database without a schema. `body` is handed what opens it, again and again.
  func withDatabase(
    _ body: (@escaping @Sendable () async throws -> any SQLDriver) async throws -> Void
  ) async throws {
    switch self {
    case .sqlite:
      let folder = FileManager.default.temporaryDirectory.appending(path: "elsec-\(UUID().uuidString)")
      defer { try? FileManager.default.removeItem(at: folder) }
      let path = folder.appending(path: "store.db").path
      try await body { try await SQLiteDriver.open(at: path, creating: true) }
    }
  }

  /// Lets a test change what elsec itself never changes.
  func disarm(_ table: String) -> [String] {
    switch self {
    case .sqlite: ["DROP TRIGGER \(table)_refuses_update", "DROP TRIGGER \(table)_refuses_delete"]
    }
  }
}

struct TestStore: Sendable {
  let store: Store
  let driver: any SQLDriver
  let clock: TestClock
  let open: @Sendable () async throws -> any SQLDriver

  @discardableResult
  func write<Value: Sendable>(_ body: @Sendable (Records) throws -> Value) async throws -> Value {
    try await self.store.write(as: .manager, body)
  }

  func read<Value: Sendable>(_ body: @Sendable (Reading) throws -> Value) async throws -> Value {
    try await self.store.read(as: .manager, body)
  }

  /// Runs statements behind the store's back.
  func tamper(_ statements: [String]) async throws {
    try await self.driver.write { connection in
      for sql in statements { try connection.execute(sql) }
    }
  }

  func count(_ table: String) async throws -> Int {
    try await self.driver.read { connection in
      guard
        case .integer(let count)? = try connection.query("SELECT count(*) FROM \(table)").first?.values.first
      else { return -1 }
      return count
    }
  }

  /// Audit entries appended by `body`.
  func entries(
    of body: @Sendable (Records) throws -> Void
  ) async throws -> [AuditEntry] {
    let before = try await self.read { try $0.auditHead().sequence }
    try await self.write(body)
    return try await self.read { try $0.auditEntries(after: before) }
  }
}

/// Every reading is a second later than the one before.
final class TestClock: Sendable {
  private let seconds = Mutex(0)

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
