// SPDX-License-Identifier: Apache-2.0

import Foundation
import GRDB
import Sealing
import Storage
import StorageSQLite
import Testing
import Vocabulary

/// A store in a folder of its own, and what a test looks for in its files.
struct SealedFolder {
  static let key = DataKey()
  /// Made once, as one guess at a passphrase is dear.
  static let wraps = Result { KeyWraps(passphrase: try PassphraseWrap(of: Self.key, by: Passphrase("four words"))) }
  static let canaries = ["Zzyzxova", "Amina", "2021-10-31", "B801200005001", "canary"]
  static let person = Principal(name: "Ada", role: .manager, area: AreaID("E06000020"))

  let folder: String
  var path: String { self.folder + "/store.db" }

  static func with(_ body: (SealedFolder) async throws -> Void) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "elsec-sealed-\(UUID().uuidString)").path
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try await body(SealedFolder(folder: folder))
  }

  func makeSealed() async throws -> Store {
    try await StoreSealing.make(at: self.path, with: Self.wraps.get())
    return try await self.store(migrating: true)
  }

  func store(migrating: Bool = false, key: DataKey = SealedFolder.key) async throws -> Store {
    try await Store.open(
      try await SQLiteDriver.open(at: self.path, creating: true) { _ in key }, hash: Self.hash, clock: Self.clock,
      migrating: migrating)
  }

  /// The bytes of the store's file, its log and whatever else is beside it.
  func bytes() throws -> Data {
    try FileManager.default.contentsOfDirectory(atPath: self.folder).sorted().reduce(into: Data()) { all, name in
      all += try Data(contentsOf: URL(filePath: self.folder + "/" + name))
    }
  }

  /// Which of the canaries stand somewhere in the files.
  func shown() throws -> [String] {
    let bytes = try self.bytes()
    return Self.canaries.filter { bytes.range(of: Data($0.utf8)) != nil }
  }

  /// Runs statements on the tables as they are kept, as another program would.
  func tamper(_ statements: String...) async throws {
    let driver = try await SQLiteDriver.open(at: self.path) { _ in Self.key }
    try await driver.write { connection in
      for sql in statements { try connection.execute(sql) }
    }
    try await driver.close()
  }

  /// What a program does that opens the file with SQLite and knows nothing of elsec.
  @discardableResult
  func outside(_ statements: String...) throws -> [String] {
    let queue = try DatabaseQueue(path: self.path)
    let words = try queue.inDatabase { database in
      for sql in statements.dropLast() { try database.execute(sql: sql) }
      return try String.fetchAll(database, sql: statements.last ?? "SELECT ''")
    }
    try queue.close()
    return words
  }

  static let hash: Hashing = { bytes in
    let sum = bytes.reduce(UInt64(17)) { ($0 &* 31) &+ UInt64($1) }
    return Digest(bytes: (0..<32).map { UInt8(truncatingIfNeeded: sum >> ($0 % 8 * 8)) }) ?? .zero
  }

  static let clock: @Sendable () -> Instant = { Instant(microseconds: 1_795_000_000_000_000) }
}

extension Store {
  /// Two children, what was answered and decided for one of them, and notes: every canary is there.
  func fillCanaries() async throws {
    try await self.write(as: SealedFolder.person) { records in
      try records.put(AreaRecord(id: SealedFolder.person.area, name: "Telford"))
      for (id, given) in [("c1", "Amina"), ("c2", "Ben")] {
        try records.add(
          ChildRecord(
            id: ChildID(id), givenName: given, familyName: "Zzyzxova",
            birthDate: CivilDate("2021-10-31") ?? CivilDate(dayNumber: 0), sex: .female, homeLanguages: ["canary"]))
      }
      try records.put(
        ChildIdentifierRecord(child: ChildID("c1"), scheme: .upn, value: "B801200005001", purpose: "matching"))
      try records.add(Self.screening)
      try records.add(
        TierConfirmationRecord(
          id: ConfirmationID("t1"), screening: ScreeningID("s1"), tier: "universal", by: "Ada", role: .manager,
          isOverride: true, reason: "canary", at: SealedFolder.clock()))
      _ = try records.setLegalHold(true, on: ChildID("c1"), reason: "canary")
    }
  }

  private static let screening = ScreeningRecord(
    id: ScreeningID("s1"), child: ChildID("c1"), cohort: nil, phase: .baseline, screener: "demo", version: "1",
    definitionHash: .zero, testDate: CivilDate("2026-11-30") ?? CivilDate(dayNumber: 0), ageMonths: 61,
    answers: #"{"U1":"canary"}"#, scores: #"{"raw":"canary"}"#, band: "amber", proposedTier: "targeted", by: "Ada",
    recordedAt: SealedFolder.clock())

  /// The names of both children, from a transaction of their own.
  func names() async throws -> [String?] {
    try await self.write(as: SealedFolder.person) { records in
      [try records.child(ChildID("c1"))?.givenName, try records.child(ChildID("c2"))?.givenName]
    }
  }
}

/// The fault that `body` throws, when it has this code.
func sealedFault<Value>(_ code: Fault.Code, _ body: () async throws -> Value) async -> Fault? {
  let fault = await #expect(throws: Fault.self) { _ = try await body() }
  #expect(fault?.code == code, "\(String(describing: fault))")
  return fault
}
