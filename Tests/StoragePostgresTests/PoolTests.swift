// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@testable import StoragePostgres

extension ServerTests {
  @Suite struct PoolTests {
    @Test func whoComesWhenTooManyWaitIsRefusedAtOnce() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver(connections: 1, mostWaiting: 4) { driver in
          let results = Gathered<[Fault.Code?]>([])
          await withTaskGroup(of: Void.self) { group in
            group.addTask { _ = await outcome { try await driver.read { try $0.query("SELECT pg_sleep(3)") } } }
            try? await Task.sleep(for: .milliseconds(500))
            for _ in 0..<7 {
              group.addTask {
                let result = await outcome { try await driver.read { try $0.number("SELECT 1") } }
                results.change { $0.append(result.code) }
              }
            }
          }
          // The refusals came first.
          #expect(results.now == [.storeBusy, .storeBusy, .storeBusy, nil, nil, nil, nil])
        }
      }
    }

    @Test func whoWaitsTooLongForAConnectionIsToldInTime() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver(connections: 1, patience: 400) { driver in
          async let long = driver.read { try $0.number("SELECT 1 FROM pg_sleep(1.2)") }
          try await Task.sleep(for: .milliseconds(100))
          let took = await milliseconds {
            let result = await outcome { try await driver.read { try $0.number("SELECT 1") } }
            #expect(result.code == .storeUnavailable)
          }
          #expect(took >= 390, "\(took) ms")
          // Patience is for waiting, not for the work.
          #expect(try await long == 1)
        }
      }
    }

    @Test func aConnectionIsMadeAnewAfterItsLife() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver(connections: 1, lifetime: 400) { driver in
          let process: @Sendable (any SQLConnection) throws -> Int = { try $0.number("SELECT pg_backend_pid()") }
          let first = try await driver.read(process)
          #expect(try await driver.read(process) == first)
          try await Task.sleep(for: .milliseconds(500))
          let second = try await driver.read(process)
          #expect(second != first)
          #expect(try await eventually(within: 1_000) { try database.connections() == 1 })
        }
      }
    }

    @Test func aConnectionThatDiedIdleIsNotUsed() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver(connections: 1) { driver in
          for number in 0..<20 {
            try database.run(
              "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'elsec_app' AND datname = current_database()"
            )
            try await Task.sleep(for: .milliseconds(20))
            // Its answer is waited for nowhere before the commit, where a loss could not be told from a success.
            try await driver.write(in: .area("A")) {
              try $0.send("INSERT INTO item (area, id) VALUES ('A', $1)", [.text("\(number)")])
            }
          }
          #expect(try database.number("SELECT count(*) FROM elsec.item") == 20)
        }
      }
    }

    @Test func aFailedBodyLeavesItsConnectionClean() async throws {
      struct Mishap: Error {}
      try await ItemDatabase.with { database in
        try await database.withDriver(connections: 1) { driver in
          let process = try await driver.read { try $0.number("SELECT pg_backend_pid()") }
          await #expect(throws: Mishap.self) {
            try await driver.write(in: .area("A")) { connection in
              try connection.add("1")
              throw Mishap()
            }
          }
          let after = try await driver.read { connection in
            (
              try connection.number("SELECT pg_backend_pid()"),
              try connection.number("SELECT CAST(coalesce(current_setting('elsec.area', true), '') = '' AS int)"),
              try connection.number("SELECT count(*) FROM item")
            )
          }
          #expect(after == (process, 1, 0))
        }
      }
    }

    @Test func aTableThatChangesIsReadAnew() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver(connections: 1) { driver in
          try await driver.write(in: .area("A")) { try $0.add("1") }
          let columns: @Sendable (any SQLConnection) throws -> Int = {
            try $0.query("SELECT * FROM item").first?.values.count ?? 0
          }
          #expect(try await driver.read(in: .area("A"), columns) == 3)
          try database.run("ALTER TABLE elsec.item ADD COLUMN note text")
          #expect(try await driver.read(in: .area("A"), columns) == 4)
        }
      }
    }

    @Test func closingTwiceAtOnceEndsTwice() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver(connections: 4) { driver in
          async let first: Void = driver.close()
          async let second: Void = driver.close()
          _ = try await (first, second)
          let result = await outcome { try await driver.read { try $0.number("SELECT 1") } }
          #expect(result.code == .storeUnavailable)
        }
      }
    }

    @Test func noAcknowledgedWriteIsLostOrDoubledWhenEveryConnectionIsEnded() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver(connections: 4) { driver in
          let kept = Gathered(Set<String>())
          let denied = Gathered(Set<String>())
          let codes = Gathered(Set<Fault.Code>())
          let end = Clock.now + 2_500
          try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
              group.addTask {
                for number in 0... where Clock.now < end {
                  let id = "\(writer)-\(number)"
                  let result = await outcome {
                    try await driver.write(in: .area(writer % 2 == 0 ? "A" : "B"), sharing: true) {
                      try $0.add(id, to: writer % 2 == 0 ? "A" : "B")
                    }
                  }
                  switch result.code {
                  case nil: kept.change { _ = $0.insert(id) }
                  case .storeOutcomeUnknown?: codes.change { _ = $0.insert(.storeOutcomeUnknown) }
                  case let code?:
                    codes.change { _ = $0.insert(code) }
                    denied.change { _ = $0.insert(id) }
                  }
                  if Clock.now >= end { return }
                }
              }
            }
            group.addTask {
              while Clock.now < end {
                try await Task.sleep(for: .milliseconds(Int.random(in: 20...150)))
                try database.run(
                  "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'elsec_app' AND datname = current_database()"
                )
              }
            }
            try await group.waitForAll()
          }
          let found = try database.run("SELECT id FROM elsec.item")
          let (acknowledged, refused) = (kept.now, denied.now)
          #expect(acknowledged.count > 100)
          #expect(acknowledged.subtracting(found).isEmpty, "lost")
          #expect(Set(found).count == found.count, "doubled")
          #expect(refused.isDisjoint(with: found), "kept, and said not to be")
          #expect(codes.now.isSubset(of: [.storeOutcomeUnknown, .storeUnavailable]))
        }
      }
    }
  }
}
