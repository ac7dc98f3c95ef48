// SPDX-License-Identifier: Apache-2.0

import Foundation
import Sealing
import Storage
import StorageSQLite
import Testing
import Vocabulary

/// A store that has been plain becomes sealed, whole or not at all.
@Suite struct SealingAPlainStoreTests {
  private func makePlain(_ folder: SealedFolder) async throws {
    let store = try await folder.store(migrating: true)
    try await store.fillCanaries()
    try await store.close()
  }

  private func audit(_ store: Store) async throws -> [AuditEntry] {
    try await store.read(as: SealedFolder.person) { try $0.auditEntries() }
  }

  @Test func nothingPlainIsLeftAndTheRecordsAndTheChainAreTheSame() async throws {
    try await SealedFolder.with { folder in
      try await self.makePlain(folder)
      var store = try await folder.store()
      let before = try await self.audit(store)
      try await store.close()
      try await StoreSealing.seal(folder.path, under: SealedFolder.key, with: try SealedFolder.wraps.get())
      #expect(try folder.shown() == [])
      store = try await folder.store()
      #expect(try await self.audit(store) == before)
      let check = try await store.check()
      #expect(check.isSound, "\(check.engineProblems)")
      #expect(try await store.names() == ["Amina", "Ben"])
      let (byIdentifier, kept) = try await store.write(as: SealedFolder.person) { records in
        (
          try records.childID(.upn, "B801200005001"),
          try records.everythingKept(about: ChildID("c1")).flatMap { $0.rows.flatMap { $0.compactMap(\.self) } }
        )
      }
      #expect(byIdentifier == ChildID("c1"))
      for canary in SealedFolder.canaries { #expect(kept.contains { $0.contains(canary) }, "\(canary)") }
      try await store.close()
    }
  }

  @Test func theRulesOfTheTablesAreBackInPlace() async throws {
    try await SealedFolder.with { folder in
      try await self.makePlain(folder)
      let before = try self.schema(folder)
      try await StoreSealing.seal(folder.path, under: SealedFolder.key, with: try SealedFolder.wraps.get())
      let after = try self.schema(folder)
      #expect(Set(before).isSubset(of: Set(after)))
      #expect(after.filter { !before.contains($0) }.allSatisfy { $0.contains("_refuses_unsealed_") || $0 == "sealing" })
      _ = await sealedFault(.storeAppendOnly) { try await folder.tamper("DELETE FROM screening") }
    }
  }

  private func schema(_ folder: SealedFolder) throws -> [String] {
    try folder.outside("SELECT name FROM sqlite_master WHERE name NOT LIKE 'sqlite%'")
  }

  @Test func whileAnotherProcessHasItOpenItStaysPlain() async throws {
    try await SealedFolder.with { folder in
      try await self.makePlain(folder)
      let other = try await folder.store()
      _ = try await other.names()
      _ = await sealedFault(.storeUnavailable) {
        try await StoreSealing.seal(folder.path, under: SealedFolder.key, with: try SealedFolder.wraps.get())
      }
      #expect(try await other.names() == ["Amina", "Ben"])
      try await other.close()
      #expect(try await StoreSealing.keyWraps(of: folder.path) == nil)
    }
  }

  @Test func aStoreIsSealedOnce() async throws {
    try await SealedFolder.with { folder in
      try await self.makePlain(folder)
      let wraps = try SealedFolder.wraps.get()
      try await StoreSealing.seal(folder.path, under: SealedFolder.key, with: wraps)
      let bytes = try folder.bytes()
      _ = await sealedFault(.storeSealed) {
        try await StoreSealing.seal(folder.path, under: DataKey(), with: wraps)
      }
      #expect(try folder.bytes() == bytes)
    }
  }

  @Test func aRowThatCannotBeSealedLeavesAllAsItWas() async throws {
    try await SealedFolder.with { folder in
      try await self.makePlain(folder)
      // The last of the tables has a row that is no text.
      try folder.outside("INSERT INTO area_secret VALUES ('E06000020', 'broken', x'01')")
      _ = await sealedFault(.storeCorrupt) {
        try await StoreSealing.seal(folder.path, under: SealedFolder.key, with: try SealedFolder.wraps.get())
      }
      #expect(try await StoreSealing.keyWraps(of: folder.path) == nil)
      let store = try await folder.store()
      #expect(try await store.names() == ["Amina", "Ben"])
      try await store.close()
    }
  }

  @Test func aSealingThatWasCutShortIsEndedByTheNextWhoOpensTheStore() async throws {
    try await SealedFolder.with { folder in
      try await self.makePlain(folder)
      try await StoreSealing.seal(folder.path, under: SealedFolder.key, with: try SealedFolder.wraps.get())
      // As it would be left: rows sealed, and free pages that show what was.
      try folder.outside(
        "INSERT INTO sealing VALUES ('unfinished', '')", "PRAGMA secure_delete = OFF", "CREATE TABLE left_over (x)",
        "INSERT INTO left_over VALUES ('Zzyzxova')", "DROP TABLE left_over")
      #expect(try folder.shown() == ["Zzyzxova"])
      let store = try await folder.store()
      #expect(try folder.shown() == [])
      #expect(try await store.names() == ["Amina", "Ben"])
      try await store.close()
      #expect(try folder.outside("SELECT name FROM sealing ORDER BY name") == ["passphrase"])
    }
  }

  @Test func aStoreThatOthersCouldReadIsTheOwnersAloneFromThenOn() async throws {
    try await SealedFolder.with { folder in
      try await self.makePlain(folder)
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: folder.path)
      try await StoreSealing.seal(folder.path, under: SealedFolder.key, with: try SealedFolder.wraps.get())
      let mode = try FileManager.default.attributesOfItem(atPath: folder.path)[.posixPermissions] as? Int
      #expect(mode == 0o600)
    }
  }
}
