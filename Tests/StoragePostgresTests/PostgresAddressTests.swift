// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@testable import StoragePostgres

@Suite struct PostgresAddressTests {
  @Test(arguments: ["elsec.db", "", "mysql://a/b", "postgres:/a", "POSTGRES://a"])
  func whatIsNoAddressIsRefused(_ text: String) {
    #expect(!PostgresAddress.isAddress(text))
    let fault = #expect(throws: Fault.self) { try PostgresAddress(text) }
    #expect(fault?.code == .storeUnavailable)
  }

  @Test func bothNamesOfTheProtocolAreTaken() throws {
    for text in ["postgres://a/b", "postgresql://a/b"] {
      #expect(PostgresAddress.isAddress(text))
      #expect(try PostgresAddress(text).keywords(isMigrating: false).last?.1 == text)
    }
  }

  @Test(arguments: [
    "postgres://elsec_app:hunter2@/elsec?host=/tmp/elsec-no-such-folder", "postgres://elsec_app:hunter2@127.0.0.1:1/e",
    "postgres://elsec_app@127.0.0.1:1/e?password=hunter2", "postgres://elsec_app:hunter2@/elsec?nonsense=hunter2",
    "postgres://elsec_app:hunter2@[::1/elsec", "postgres://elsec_app:hunter2@host.invalid/elsec",
  ])
  func noFaultHoldsAPassword(_ url: String) async throws {
    let address = try PostgresAddress(url)
    var settings = ConnectionPool.Settings()
    settings.patience = 50
    settings.connections = 1
    do {
      _ = try await PostgresDriver.open(address, settings)
      Issue.record("a store was opened where none is")
    } catch let fault as Fault {
      #expect(fault.code == .storeUnavailable)
      for words in ["\(fault)", String(reflecting: fault), fault.cause.map { String(reflecting: $0) } ?? ""] {
        #expect(!words.contains("hunter2") && !words.contains("elsec_app"), "\(words)")
      }
    }
    var dumped = ""
    dump(address, to: &dumped)
    #expect(!dumped.contains("hunter2"))
    #expect(!"\(address)".contains("hunter2") && !String(reflecting: address).contains("hunter2"))
  }

  @Test func everyConnectionHasLimits() throws {
    let keywords = try PostgresAddress("postgres://a/b").keywords(isMigrating: false)
    let options = try #require(keywords.first { $0.0 == "options" }?.1)
    for limit in ["statement_timeout", "lock_timeout", "idle_in_transaction_session_timeout", "search_path=elsec"] {
      #expect(options.contains(limit))
    }
    #expect(keywords.contains { $0.0 == "target_session_attrs" && $0.1 == "read-write" })
  }
}
