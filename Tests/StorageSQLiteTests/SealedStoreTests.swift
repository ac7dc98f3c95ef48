// SPDX-License-Identifier: Apache-2.0

import GRDB
import Sealing
import Storage
import StorageSQLite
import Testing
import Vocabulary

/// A sealed store's file, and what happens when somebody else has it.
@Suite struct SealedStoreTests {
  @Test func aSealedFileShowsNoNameAndNoAnswerOpenOrClosed() async throws {
    try await SealedFolder.with { folder in
      let store = try await folder.makeSealed()
      try await store.fillCanaries()
      #expect(try await store.names() == ["Amina", "Ben"])
      #expect(try folder.shown() == [])
      try await store.backup(to: folder.folder + "/copy.db")
      try await store.close()
      #expect(try folder.shown() == [])
      let again = try await folder.store()
      #expect(try await again.names() == ["Amina", "Ben"])
      let check = try await again.check()
      #expect(check.isSound)
      try await again.close()
    }
  }

  /// Else the test above would find nothing in any file.
  @Test func aPlainFileShowsThemAll() async throws {
    try await SealedFolder.with { folder in
      let store = try await folder.store(migrating: true)
      try await store.fillCanaries()
      try await store.close()
      #expect(try folder.shown() == SealedFolder.canaries)
    }
  }

  @Test func withoutItsKeyASealedStoreIsNotOpened() async throws {
    try await SealedFolder.with { folder in
      let store = try await folder.makeSealed()
      try await store.fillCanaries()
      try await store.close()
      let thrown = await sealedFault(.storeSealed) { try await SQLiteDriver.open(at: folder.path) }
      #expect(thrown?.code.kind == .notAllowed)
      _ = await sealedFault(.sealWrongPassphrase) {
        try await SQLiteDriver.open(at: folder.path) { try $0.key(by: Passphrase("three words")) }
      }
      let opened = try await SQLiteDriver.open(at: folder.path) { try $0.key(by: Passphrase("four words")) }
      #expect(opened.isSealed)
      try await opened.close()
    }
  }

  @Test func underAnotherKeyNothingOpensAndTheCheckSaysSo() async throws {
    try await SealedFolder.with { folder in
      let store = try await folder.makeSealed()
      try await store.fillCanaries()
      try await store.close()
      let wrong = try await folder.store(key: DataKey())
      let thrown = await sealedFault(.storeCorrupt) { try await wrong.names() }
      #expect(thrown?.message.contains("sealed row") == true)
      let check = try await wrong.check()
      #expect(check.engineProblems.contains("2 sealed rows of 'child' do not open"))
      try await wrong.close()
    }
  }

  @Test(arguments: [
    "UPDATE child SET family_name = (SELECT family_name FROM child WHERE id = 'c2') WHERE id = 'c1'",
    "UPDATE child SET family_name = CAST(substr(family_name, 1, 20) AS blob) WHERE id = 'c1'",
    "UPDATE child SET family_name = x'' WHERE id = 'c1'",
    "UPDATE child SET family_name = 'Nobody' WHERE id = 'c1'",
  ])
  func aRowThatWasChangedOrMovedIsFoundAndNotShown(_ tampering: String) async throws {
    try await SealedFolder.with { folder in
      var store = try await folder.makeSealed()
      try await store.fillCanaries()
      try await store.close()
      try await folder.tamper("DROP TRIGGER IF EXISTS child_refuses_unsealed_update", tampering)
      store = try await folder.store()
      let check = try await store.check()
      #expect(check.engineProblems.count >= 1 && check.engineProblems.allSatisfy { $0.contains("'child'") })
      _ = await sealedFault(.storeCorrupt) { try await store.names() }
      try await store.close()
    }
  }

  /// As an elsec that knows nothing of sealing would, or any other program.
  @Test(arguments: [
    "INSERT INTO legal_hold VALUES ('E06000020', 'c1', 9, 1, 'typed', 'Ada', '2026-11-30')",
    """
    INSERT INTO child (area, id, given_name, family_name, birth_date, home_languages)
    VALUES ('E06000020', 'c9', 'A', x'01', 'ab', '')
    """,
    "UPDATE child SET sex = 'F'", "UPDATE child SET birth_date = '2021-10-31'", "UPDATE child SET family_name = 'B'",
    "UPDATE staff_absence SET reason = 'flu'", "UPDATE rota SET answer = '{}'",
  ])
  func theEngineItselfRefusesAPlainRow(_ sql: String) async throws {
    try await SealedFolder.with { folder in
      let store = try await folder.makeSealed()
      try await store.fillCanaries()
      try await store.write(as: SealedFolder.person) { records in
        try records.put(StaffRecord(id: StaffID("p1"), name: "Pat", role: "practitioner", skills: []))
      }
      try await store.close()
      try folder.outside(
        "INSERT INTO staff_absence VALUES ('E06000020', 'a1', 'p1', '2026-11-30', '2026-11-30', '', x'01')",
        """
        INSERT INTO rota VALUES ('E06000020', 'r1', '2026-W49', 'draft', x'01', '', 1, 1, '', 'Ada', '2026-11-30', NULL, \
        NULL)
        """)
      let thrown = #expect(throws: DatabaseError.self) { try folder.outside(sql) }
      #expect(thrown?.message?.hasPrefix("unsealed: ") == true, "\(String(describing: thrown))")
    }
  }

  @Test func changingTheKeysWrapsKeepsTheRecords() async throws {
    try await SealedFolder.with { folder in
      let store = try await folder.makeSealed()
      try await store.fillCanaries()
      try await store.close()
      let (old, secret) = (try SealedFolder.wraps.get(), RecoverySecret())
      var new = old
      new.recovery = try RecoveryWrap(of: SealedFolder.key, for: secret.publicKey)
      try await StoreSealing.replace(old, of: folder.path, with: new)
      #expect(try await StoreSealing.keyWraps(of: folder.path) == new)
      _ = await sealedFault(.storeChangedMeanwhile) {
        try await StoreSealing.replace(old, of: folder.path, with: new)
      }
      let driver = try await SQLiteDriver.open(at: folder.path) { try $0.key(by: secret) }
      let again = try await Store.open(driver, hash: SealedFolder.hash, clock: SealedFolder.clock)
      #expect(try await again.names() == ["Amina", "Ben"])
      try await again.close()
    }
  }

  @Test func aBackupOfASealedStoreIsRestoredWithoutItsKeyAndOpensByIt() async throws {
    try await SealedFolder.with { folder in
      let store = try await folder.makeSealed()
      try await store.fillCanaries()
      try await store.backup(to: folder.folder + "/copy.db")
      try await store.close()
      let restored = SealedFolder(folder: folder.folder + "/new")
      try await SQLiteDriver.restore(from: folder.folder + "/copy.db", to: restored.path)
      #expect(try await StoreSealing.keyWraps(of: restored.path) == SealedFolder.wraps.get())
      #expect(try restored.shown() == [])
      let again = try await restored.store()
      #expect(try await again.names() == ["Amina", "Ben"])
      try await again.close()
    }
  }
}
