// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@Suite struct MigrationTests {
  private func open(_ driver: any SQLDriver, migrating: Bool) async throws -> Store {
    try await Store.open(driver, hash: testHash, clock: TestClock().read, migrating: migrating)
  }

  @Test(arguments: Driver.allCases)
  func anEmptyDatabaseNeedsMigration(_ driver: Driver) async throws {
    try await driver.withDatabase { new in
      let database = try await new.openToMigrate()
      let thrown = await fault(.storeNeedsMigration) { try await self.open(database, migrating: false) }
      #expect(thrown?.hint?.contains("elsec store migrate") == true)
      _ = try await self.open(database, migrating: true)
      let store = try await self.open(database, migrating: false)
      let check = try await store.check()
      #expect(check.isSound)
      #expect(check.schemaVersion > 0)
      try await store.close()
    }
  }

  @Test(arguments: Driver.allCases)
  func migratingTwiceAppliesNothing(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let applied = try await test.migrate()
      #expect(applied.isEmpty)
      let settings = try await test.read { try $0.settings().count }
      #expect(settings == 2)
    }
  }

  @Test(arguments: Driver.allCases)
  func aNewerSchemaIsRefused(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.tamper([
        """
        INSERT INTO schema_migration (number, name, checksum, applied_at)
        VALUES (9999, 'tomorrow', '\(testHash([]))', '2030-01-01T00:00:00.000000Z')
        """
      ])
      for migrating in [true, false] {
        let driver = try await migrating ? test.database.openToMigrate() : test.database.open()
        let thrown = await fault(.storeNewerSchema) { try await self.open(driver, migrating: migrating) }
        #expect(thrown?.message.contains("9999") == true)
        try await driver.close()
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func anAlteredOrMissingMigrationIsRefused(_ driver: Driver) async throws {
    for statement in [
      "UPDATE schema_migration SET checksum = '\(testHash([1]))' WHERE number = 1",
      "DELETE FROM schema_migration WHERE number = 2",
    ] {
      try await driver.withStore { test in
        try await test.tamper([statement])
        _ = await fault(.storeAlteredSchema) { try await test.migrate() }
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func aMigrationThatFailsLeavesTheDatabaseAsItWas(_ driver: Driver) async throws {
    try await driver.withDatabase { new in
      let database = try await new.openToMigrate()
      try await database.write { try $0.execute("CREATE TABLE release_ledger (occupied bigint)") }
      await #expect(throws: Fault.self) { try await self.open(database, migrating: true) }
      _ = await fault(.storeNeedsMigration) { try await self.open(database, migrating: false) }
      try await database.close()
    }
  }

  @Test(arguments: Driver.allCases)
  func aReopenedStoreHoldsWhatWasWritten(_ driver: Driver) async throws {
    try await driver.withDatabase(migrated: true) { database in
      let store = try await self.open(try await database.open(), migrating: false)
      try await store.write(as: .manager) { records in
        try records.put(AreaRecord.telford)
        try records.add(SettingRecord.oak)
      }
      try await store.close()
      let again = try await self.open(try await database.open(), migrating: false)
      let found = try await again.read(as: .manager) { (try $0.settings(), try $0.firstAuditBreak()) }
      #expect(found == ([.oak], nil))
      try await again.close()
    }
  }

  @Test(arguments: Driver.allCases)
  func aStoreOfSchemaVersion8IsBroughtUpWithAllThatItHolds(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { records in
        try records.add(EntryRecord.sitting)
        try records.append(.answer, item: "U1", code: "1", to: "e1")
        try records.append(.note, code: "tired", to: "e1")
        try records.add(ScreeningRecord.first)
      }
      let before = try await test.write { (try $0.events(of: "e1"), try $0.screening("s1"), try $0.child("c1")) }
      let erasable = [
        "legal_hold", "screening", "visit_attendance", "tier_confirmation", "second_rating", "entry_event",
      ]
      try await test.tamper(erasable.flatMap(driver.disarmErasable) + driver.disarm("visit_done"))
      try await test.tamper([
        "DROP TABLE released_child", "DROP TABLE fetched_child", "DROP TABLE outbox", "DROP TABLE sync_server",
        "DROP TABLE received_record", "DROP INDEX visit_attendance_by_child", "DROP TABLE legal_hold",
        "DROP TABLE erasure", "DROP TABLE audit_root",
        "ALTER TABLE child DROP COLUMN died_on", "DROP TABLE job",
        "DROP TABLE visit_pin", "DROP TABLE repair_acceptance", "DROP TABLE repair_proposal",
        "DROP TABLE second_rating", "DROP TABLE kept_definition_file", "DROP TABLE kept_definition",
        "ALTER TABLE screening DROP COLUMN edition", "ALTER TABLE screening DROP COLUMN context",
        "ALTER TABLE child DROP COLUMN months_in_english", "DELETE FROM schema_migration WHERE number > 8",
      ])
      let names = try await test.migrate()
      #expect(
        names == ["definitions", "circumstances", "second-ratings", "repairs", "roots-and-erasure", "jobs", "sync"])
      let after = try await test.write { (try $0.events(of: "e1"), try $0.screening("s1"), try $0.child("c1")) }
      #expect(after == before)
      let check = try await test.store.check()
      #expect(check.isSound)
      _ = await fault(.storeAppendOnly) { try await test.tamper(["DELETE FROM entry_event"]) }
      let event = try await test.write { try $0.append(.language, code: "POL", to: "e1") }
      #expect(event.sequence == 3)
    }
  }
}
