// SPDX-License-Identifier: Apache-2.0

import Foundation
import Storage
import StorageSQLite
import Testing
import Vocabulary

/// Only what is SQLite's own: the file, its permissions, its modes and its ways to break.
@Suite struct SQLiteDriverTests {
  private static let principal = Principal(name: "Ada", role: .manager, area: AreaID("E06000020"))
  private static let hash: Hashing = { bytes in
    let sum = bytes.reduce(UInt64(17)) { ($0 &* 31) &+ UInt64($1) }
    return Digest(bytes: (0..<32).map { UInt8(truncatingIfNeeded: sum >> ($0 % 8 * 8)) }) ?? .zero
  }

  private func inFolder(_ body: (String) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "elsec-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(folder)
  }

  private func store(at path: String) async throws -> Store {
    try await Store.open(
      try await SQLiteDriver.open(at: path, creating: true),
      hash: Self.hash,
      clock: { Instant(microseconds: 0) },
      migrating: true
    )
  }

  private func fill(_ store: Store, settings count: Int = 3) async throws {
    try await store.write(as: Self.principal) { records in
      try records.put(AreaRecord(id: Self.principal.area, name: "Telford"))
      for number in 0..<count {
        try records.put(SettingRecord(id: SettingID("\(number)"), kind: .school, name: "School \(number)"))
      }
    }
  }

  private func settings(_ store: Store) async throws -> Int {
    try await store.read(as: Self.principal) { try $0.settings().count }
  }

  private func fault<Value>(_ code: Fault.Code, _ body: () async throws -> Value) async -> Fault? {
    let fault = await #expect(throws: Fault.self) { _ = try await body() }
    #expect(fault?.code == code, "\(String(describing: fault))")
    return fault
  }

  private func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return (attributes[.posixPermissions] as? NSNumber)?.intValue ?? -1
  }

  @Test func onlyTheOwnerCanReadTheStore() async throws {
    try await self.inFolder { folder in
      let store = try await self.store(at: folder + "/deep/store.db")
      try await self.fill(store)
      for made in [folder, folder + "/deep"] { #expect(try self.mode(made) == 0o700) }
      for suffix in ["", "-wal", "-shm"] {
        #expect(try self.mode(folder + "/deep/store.db" + suffix) == 0o600)
      }
      try await store.backup(to: folder + "/copy.db")
      #expect(try self.mode(folder + "/copy.db") == 0o600)
      try await store.close()
    }
  }

  @Test func connectionsAreSetForDurabilityAndForeignKeys() async throws {
    try await self.inFolder { folder in
      let driver = try await SQLiteDriver.open(at: folder + "/store.db", creating: true)
      for (pragma, value) in [
        ("journal_mode", SQLValue.text("wal")), ("foreign_keys", .integer(1)), ("synchronous", .integer(2)),
        ("application_id", .integer(0x454C_5343)), ("secure_delete", .integer(1)),
        ("trusted_schema", .integer(0)),
      ] {
        let found = try await driver.write { try $0.query("PRAGMA \(pragma)").first?.values.first }
        #expect(found == value, "\(pragma)")
      }
      try await driver.close()
    }
  }

  @Test func aReadingConnectionCannotWrite() async throws {
    try await self.inFolder { folder in
      let driver = try await SQLiteDriver.open(at: folder + "/store.db", creating: true)
      _ = await self.fault(.storeReadOnly) {
        try await driver.read { try $0.execute("CREATE TABLE t (a text)") }
      }
      try await driver.close()
    }
  }

  @Test func aMissingStoreIsNotMadeByAccident() async throws {
    try await self.inFolder { folder in
      let thrown = await self.fault(.storeUnavailable) {
        try await SQLiteDriver.open(at: folder + "/none.db")
      }
      #expect(thrown?.hint?.contains("elsec store init") == true)
      #expect(!FileManager.default.fileExists(atPath: folder))
    }
  }

  @Test func aFileThatIsNoDatabaseIsLeftAlone() async throws {
    try await self.inFolder { folder in
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      let path = folder + "/letter.txt"
      let text = Data(String(repeating: "Dear parents, ", count: 500).utf8)
      try text.write(to: URL(filePath: path))
      _ = await self.fault(.storeCorrupt) { try await SQLiteDriver.open(at: path, creating: true) }
      #expect(try Data(contentsOf: URL(filePath: path)) == text)
    }
  }

  @Test func anotherProgramsDatabaseIsRefused() async throws {
    try await self.inFolder { folder in
      let path = folder + "/other.db"
      let driver = try await SQLiteDriver.open(at: path, creating: true)
      try await driver.write { connection in
        try connection.execute("CREATE TABLE theirs (a text)")
        try connection.execute("PRAGMA application_id = 7")
      }
      try await driver.close()
      _ = await self.fault(.storeCorrupt) { try await SQLiteDriver.open(at: path, creating: true) }
    }
  }

  @Test func aDamagedPageIsFoundByTheCheck() async throws {
    try await self.inFolder { folder in
      let path = folder + "/store.db"
      let store = try await self.store(at: path)
      try await self.fill(store, settings: 500)
      try await store.close()
      let file = try FileHandle(forUpdating: URL(filePath: path))
      let end = try file.seekToEnd()
      try file.seek(toOffset: end / 2)
      try file.write(contentsOf: Data(repeating: 0xA5, count: 8192))
      try file.close()
      do {
        let damaged = try await self.store(at: path)
        let check = try await damaged.check()
        #expect(!check.isSound)
        try await damaged.close()
      } catch let fault as Fault {
        #expect(fault.code == .storeCorrupt)
      }
      _ = await self.fault(.storeCorrupt) {
        try await SQLiteDriver.restore(from: path, to: folder + "/restored.db")
      }
      #expect(!FileManager.default.fileExists(atPath: folder + "/restored.db"))
    }
  }

  @Test func aDanglingReferenceIsFoundByTheCheck() async throws {
    try await self.inFolder { folder in
      let driver = try await SQLiteDriver.open(at: folder + "/store.db", creating: true)
      try await driver.write { connection in
        try connection.execute("CREATE TABLE parent (id text PRIMARY KEY)")
        try connection.execute(
          "CREATE TABLE orphan (id text REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED)"
        )
      }
      let sound = try await driver.integrityProblems()
      #expect(sound.isEmpty)
      _ = await self.fault(.storeConflict) {
        try await driver.write { try $0.execute("INSERT INTO orphan VALUES ('x')") }
      }
      try await driver.write { try $0.execute("INSERT INTO parent VALUES ('x')") }
      try await driver.write { try $0.execute("INSERT INTO orphan VALUES ('x')") }
      try await driver.write { connection in
        try connection.execute("DROP TABLE orphan")
        try connection.execute("CREATE TABLE orphan (id text)")
        try connection.execute("INSERT INTO orphan VALUES ('nobody')")
        try connection.execute("PRAGMA writable_schema = ON")
        try connection.execute(
          "UPDATE sqlite_master SET sql = 'CREATE TABLE orphan (id text REFERENCES parent (id))' WHERE name = 'orphan'"
        )
      }
      try await driver.close()
      let again = try await SQLiteDriver.open(at: folder + "/store.db")
      let problems = try await again.integrityProblems()
      #expect(problems == ["a row of orphan refers to a row of parent that is not there"])
      try await again.close()
    }
  }

  @Test func aFullDiskIsSaidSo() async throws {
    try await self.inFolder { folder in
      let driver = try await SQLiteDriver.open(at: folder + "/store.db", creating: true)
      try await driver.write { try $0.execute("CREATE TABLE t (a text)") }
      try await driver.write { _ = try $0.query("PRAGMA max_page_count = 3") }
      let thrown = await self.fault(.storeCannotWrite) {
        try await driver.write { try $0.execute("INSERT INTO t VALUES (hex(randomblob(100000)))") }
      }
      #expect(thrown?.code.kind.rawValue == 73)
      try await driver.close()
    }
  }

  @Test func aStoreThatAnotherProcessHoldsIsUnavailable() async throws {
    try await self.inFolder { folder in
      let path = folder + "/store.db"
      let holder = try await SQLiteDriver.open(at: path, creating: true)
      let waiting = try await SQLiteDriver.open(at: path, busySeconds: 0)
      let thrown = await self.fault(.storeUnavailable) {
        try await holder.write { connection in
          try connection.execute("CREATE TABLE t (a text)")
          let outcome = Outcome()
          let done = DispatchSemaphore(value: 0)
          Task.detached {
            do { try await waiting.write { try $0.execute("CREATE TABLE u (a text)") } } catch {
              outcome.error = error
            }
            done.signal()
          }
          done.wait()
          if let error = outcome.error { throw error }
        }
      }
      #expect(thrown?.code.kind.rawValue == 69)
      try await holder.close()
      try await waiting.close()
    }
  }

  private final class Outcome: @unchecked Sendable { var error: (any Error)? }

  @Test func whatWasAcknowledgedSurvivesAnAbruptEnd() async throws {
    try await self.inFolder { folder in
      let path = folder + "/store.db"
      let store = try await self.store(at: path)
      try await self.fill(store, settings: 40)
      // The files as a killed process leaves them: nothing closed, nothing checkpointed.
      try FileManager.default.createDirectory(atPath: folder + "/after", withIntermediateDirectories: true)
      for suffix in ["", "-wal"] {
        try FileManager.default.copyItem(
          atPath: path + suffix,
          toPath: folder + "/after/store.db" + suffix
        )
      }
      let found = try await self.store(at: folder + "/after/store.db")
      #expect(try await self.settings(found) as Int == 40)
      let check = try await found.check()
      #expect(check.isSound)
      try await found.close()
      try await store.close()
    }
  }

  @Test func aHalfWrittenLogEndsAtTheLastWholeTransaction() async throws {
    try await self.inFolder { folder in
      let path = folder + "/store.db"
      let store = try await self.store(at: path)
      try await self.fill(store, settings: 3)
      let size = try FileManager.default.attributesOfItem(atPath: path + "-wal")[.size] as? NSNumber
      try await self.fill(store, settings: 60)
      try FileManager.default.createDirectory(atPath: folder + "/after", withIntermediateDirectories: true)
      try FileManager.default.copyItem(atPath: path, toPath: folder + "/after/store.db")
      let log = try Data(contentsOf: URL(filePath: path + "-wal"))
      let torn = log.prefix((size?.intValue ?? 0) + 5000)
      #expect(torn.count < log.count)
      try torn.write(to: URL(filePath: folder + "/after/store.db-wal"))
      let found = try await self.store(at: folder + "/after/store.db")
      #expect(try await self.settings(found) as Int == 3)
      let check = try await found.check()
      #expect(check.isSound)
      try await found.close()
      try await store.close()
    }
  }

  @Test func aBackupTakenWhileWritingRestoresWhole() async throws {
    try await self.inFolder { folder in
      let store = try await self.store(at: folder + "/store.db")
      try await self.fill(store, settings: 100)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask { try await store.backup(to: folder + "/copy.db") }
        group.addTask { try await self.fill(store, settings: 200) }
        try await group.waitForAll()
      }
      try await store.close()
      let beside = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      #expect(beside == ["copy.db", "store.db"])
      try await SQLiteDriver.restore(from: folder + "/copy.db", to: folder + "/new/store.db")
      let restored = try await self.store(at: folder + "/new/store.db")
      let count = try await self.settings(restored)
      #expect(count == 100 || count == 200)
      let check = try await restored.check()
      #expect(check.isSound)
      try await restored.close()
    }
  }

  @Test func neitherBackupNorRestoreReplacesAFile() async throws {
    try await self.inFolder { folder in
      let path = folder + "/store.db"
      let store = try await self.store(at: path)
      try await self.fill(store)
      try await store.backup(to: folder + "/copy.db")
      _ = await self.fault(.storeCannotWrite) { try await store.backup(to: folder + "/copy.db") }
      _ = await self.fault(.storeCannotWrite) {
        try await SQLiteDriver.restore(from: folder + "/copy.db", to: path)
      }
      _ = await self.fault(.storeCannotWrite) { try await store.backup(to: folder + "/nowhere/copy.db") }
      _ = await self.fault(.storeUnavailable) {
        try await SQLiteDriver.restore(from: folder + "/none.db", to: folder + "/x.db")
      }
      #expect(try await self.settings(store) as Int == 3)
      try await store.close()
    }
  }

  @Test func placeholdersMayStandInAnyOrderAndTwice() async throws {
    try await self.inFolder { folder in
      let driver = try await SQLiteDriver.open(at: folder + "/store.db", creating: true)
      let row = try await driver.read { connection in
        try connection.query("SELECT $2, $1, $2, $3", [.text("a"), .integer(2), .null]).first
      }
      #expect(row == SQLRow([.integer(2), .text("a"), .integer(2), .null]))
      try await driver.close()
    }
  }
}
