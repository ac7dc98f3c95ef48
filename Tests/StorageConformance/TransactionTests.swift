// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@Suite struct TransactionTests {
  private struct Mishap: Error {}

  @Test(arguments: Driver.allCases)
  func aFailedWriteLeavesNothingBehind(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let head = try await test.read { try $0.auditHead() }
      await #expect(throws: Mishap.self) {
        try await test.write { records in
          try records.add(SettingRecord.oak)
          throw Mishap()
        }
      }
      let found = try await test.read { try $0.settings() }
      #expect(found.isEmpty)
      let after = try await test.read { try $0.auditHead() }
      #expect(after == head)
    }
  }

  @Test(arguments: Driver.allCases)
  func aConflictHalfWayUndoesWhatCameBefore(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let thrown = await fault(.storeConflict) {
        try await test.write { records in
          try records.add(SettingRecord.elm)
          try records.add(SettingRecord.oak)
          try records.add(SettingRecord.oak)
        }
      }
      #expect(thrown?.message.contains("'setting'") == true)
      let kept = try await test.count("setting")
      #expect(kept == 0)
    }
  }

  @Test(arguments: Driver.allCases)
  func aTransactionSeesWhatItWrote(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let seen = try await test.write { records in
        try records.add(SettingRecord.oak)
        return try records.setting(SettingRecord.oak.id)
      }
      #expect(seen == .oak)
    }
  }

  @Test(arguments: Driver.allCases)
  func anAreaSeesNothingOfAnother(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.store.write(as: .elsewhere) { records in
        try records.put(.shropshire)
        try records.add(SettingRecord.oak)
        let child = try records.child("c1")
        #expect(child == nil)
      }
      let seen = try await test.store.read(as: .elsewhere) { (try $0.settings().count, try $0.childCount()) }
      #expect(seen == (1, 0))
      let areas = try await test.store.areas()
      #expect(areas == [.telford, .shropshire])
    }
  }

  @Test(arguments: Driver.allCases)
  func aChildOfOneAreaCannotBePutInASettingOfAnother(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.store.write(as: .elsewhere) { try $0.put(AreaRecord.shropshire) }
      _ = await fault(.storeConflict) {
        try await test.store.write(as: .elsewhere) { try $0.add(ChildRecord.amina) }
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func nothingIsKeptForAnAreaThatIsNotSet(_ driver: Driver) async throws {
    try await driver.withStore { test in
      _ = await fault(.storeConflict) {
        try await test.store.write(as: .elsewhere) { try $0.add(SettingRecord.oak) }
      }
      _ = await fault(.storeConflict) {
        try await test.store.write(as: .elsewhere) { try $0.put(AreaRecord.telford) }
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func aRehearsalSaysWhatWouldChangeAndChangesNothing(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      var renamed = SettingRecord.oak
      renamed.name = "Oak Academy"
      let (oak, elm) = (renamed, SettingRecord.elm)
      let new = SettingRecord(id: "654321", kind: .school, name: "Ash")
      let head = try await test.read { try $0.auditHead() }
      let changes = try await test.store.rehearse(as: .manager) { try $0.put([oak, elm, new]) }
      #expect(changes == [.changed, .unchanged, .added])
      let found = try await test.read { try $0.setting("123456") }
      #expect(found == .oak)
      let after = try await test.read { try $0.auditHead() }
      #expect(after == head)
    }
  }

  @Test(arguments: Driver.allCases)
  func whatARehearsalShowsOfChildrenIsAudited(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let head = try await test.read { try $0.auditHead().sequence }
      let shown = try await test.store.rehearse(as: .manager) { records in
        try records.add(SettingRecord(id: "654321", kind: .school, name: "Ash"))
        return try records.child("c1")
      }
      #expect(shown == .amina)
      let entries = try await test.read { try $0.auditEntries(after: head) }
      #expect(entries.map(\.fact.action) == [.view])
      #expect(entries.first?.fact.subjects == ["c1"])
      let kept = try await test.count("setting")
      #expect(kept == 2)
    }
  }

  @Test(arguments: Driver.allCases)
  func recordsCannotBeUsedAfterTheirTransaction(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let kept = Kept()
      try await test.write { kept.records = $0 }
      let thrown = #expect(throws: Fault.self) { try kept.records?.settings() }
      #expect(thrown?.code == .storeDefect)
    }
  }

  private final class Kept: @unchecked Sendable { var records: Records? }

  @Test(arguments: Driver.allCases)
  func aSnapshotDoesNotSeeALaterWrite(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<20 {
          group.addTask {
            try await test.write { records in
              try records.put(SettingRecord(id: SettingID("a\(number)"), kind: .school, name: ""))
              try records.put(SettingRecord(id: SettingID("b\(number)"), kind: .school, name: ""))
            }
          }
          group.addTask {
            let (first, second) = try await test.read { (try $0.settings().count, try $0.settings().count) }
            #expect(first == second && first % 2 == 0)
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func aClosedStoreIsUnavailable(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.store.close()
      _ = await fault(.storeUnavailable) { try await test.read { try $0.settings() } }
      _ = await fault(.storeUnavailable) { try await test.write { try $0.add(SettingRecord.oak) } }
    }
  }

  @Test(arguments: Driver.allCases)
  func aCancelledWriteLeavesNothingBehind(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let task = Task {
        withUnsafeCurrentTask { $0?.cancel() }
        try await test.write { try $0.add(SettingRecord.oak) }
      }
      let outcome = await task.result
      #expect(throws: (any Error).self) { try outcome.get() }
      let kept = try await test.count("setting")
      #expect(kept == 0)
    }
  }
}
