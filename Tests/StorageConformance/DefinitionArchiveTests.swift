// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

/// A definition is kept with its files, byte for byte, once.
@Suite struct DefinitionArchiveTests {
  @Test(
    arguments: Driver.allCases,
    [
      [UInt8](), Array("age_months,L,M,S\r\n36,1,ä,0.1\n".utf8), [0x00], [0x41, 0x00, 0x42], [0xFF, 0xFE, 0x80],
      Array(UInt8.min...UInt8.max), Array("\u{FEFF}bom".utf8),
    ]
  )
  func filesComeBackByteForByte(_ driver: Driver, _ bytes: [UInt8]) async throws {
    try await driver.withStore { test in
      let record = DefinitionRecord(
        hash: definition,
        screener: "demo",
        version: "1.2.0",
        localSHA256: testHash([9]),
        localEdition: "second",
        at: moment
      )
      let table = DefinitionFileRecord(hash: definition, name: "norms.csv", bytes: bytes)
      try await test.write { try $0.keep(record, files: [.demo, table]) }
      let found = try await test.read { (try $0.definition(definition), try $0.files(ofDefinition: definition)) }
      #expect(found.0 == record)
      #expect(found.1 == [table, .demo])
      let others = try await test.read { (try $0.definition(.zero), try $0.files(ofDefinition: .zero)) }
      #expect(others.0 == nil && others.1.isEmpty)
    }
  }

  @Test(arguments: Driver.allCases)
  func theSameDefinitionIsKeptOnceAndLeavesOneEntry(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let entries = try await test.entries { records in
        let changes = [try records.keep(.demo, files: [.demo]), try records.keep(.demo, files: [.demo])]
        #expect(changes == [.added, .unchanged])
      }
      #expect(entries.map(\.fact.kind) == ["kept_definition"])
      #expect(entries.map(\.fact.entity) == [definition.description])
      let kept = try await test.read { try $0.definitions().map(\.hash) }
      #expect(kept == [definition])
      let elsewhere = try await test.store.read(as: .elsewhere) { try $0.definition(definition) }
      #expect(elsewhere == nil, "every area keeps its own")
    }
  }

  @Test(arguments: Driver.allCases)
  func filesThatAreNotTheDefinitionsAreRefused(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let wrong = DefinitionFileRecord(hash: definition, name: "screener.yaml", bytes: [1, 2, 4])
      let stray = DefinitionFileRecord(hash: .zero, name: "norms.csv", bytes: [])
      for files in [[], [wrong], [.demo, stray]] {
        _ = await fault(.storeConflict) { try await test.write { try $0.keep(.demo, files: files) } }
      }
      let kept = try await test.read { try $0.definitions() }
      #expect(kept.isEmpty)
    }
  }
}
