// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@testable import StoragePostgres

extension ServerTests {
  @Suite struct GroupCommitTests {
    /// Holds the area for a while, so that what comes meanwhile waits for it together.
    private static func whileHeld(
      _ driver: PostgresDriver, _ bodies: [@Sendable (any SQLConnection) throws -> Int]
    ) async throws -> [Result<Int, Fault>] {
      async let held = driver.write(in: .area("A"), sharing: true) { try $0.number("SELECT 1 FROM pg_sleep(0.4)") }
      try await Task.sleep(for: .milliseconds(100))
      let results = await withTaskGroup(of: (Int, Result<Int, Fault>).self) { group in
        for (place, body) in bodies.enumerated() {
          group.addTask { (place, await outcome { try await driver.write(in: .area("A"), sharing: true, body) }) }
        }
        var results: [(Int, Result<Int, Fault>)] = []
        for await result in group { results.append(result) }
        return results.sorted { $0.0 < $1.0 }.map(\.1)
      }
      _ = try await held
      return results
    }

    @Test func smallWritesShareTransactions() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver { driver in
          let bodies = (0..<48).map { number in
            { @Sendable (connection: any SQLConnection) in
              try connection.add("\(number)")
              return try connection.number("SELECT CAST(txid_current() AS bigint)")
            }
          }
          let results = try await Self.whileHeld(driver, bodies)
          let transactions = try results.map { try $0.get() }
          let sizes = Dictionary(grouping: transactions) { $0 }.mapValues(\.count)
          #expect(sizes.values.allSatisfy { $0 <= 16 })
          #expect(sizes.count == 3, "48 writes in transactions of \(sizes.values.sorted())")
          #expect(try database.number("SELECT count(DISTINCT id) FROM elsec.item") == 48)
          #expect(try database.number("SELECT count(*) FROM elsec.item") == 48)
        }
      }
    }

    @Test func aBodyThatFailsFailsAlone() async throws {
      struct Mishap: Error {}
      try await ItemDatabase.with { database in
        try await database.withDriver { driver in
          try await driver.write(in: .area("A")) { try $0.add("count") }
          let bodies = (0..<16).map { number in
            { @Sendable (connection: any SQLConnection) in
              try connection.add("\(number)")
              try connection.execute("UPDATE item SET number = number + 1 WHERE id = 'count'")
              if number == 5 { throw Fault(.storeNotFound, "as it happens") }
              if number == 11 { _ = try connection.query("SELECT 1 / 0") }
              return number
            }
          }
          let results = try await Self.whileHeld(driver, bodies)
          #expect(results[5].code == .storeNotFound)
          #expect(results[11].code == .storeDefect)
          for number in 0..<16 where number != 5 && number != 11 { #expect(try results[number].get() == number) }
          let kept = try database.run("SELECT id FROM elsec.item WHERE id <> 'count' ORDER BY CAST(id AS int)")
          #expect(kept == (0..<16).filter { $0 != 5 && $0 != 11 }.map { "\($0)" })
          // Bodies were run again; what they add up is not doubled.
          #expect(try database.number("SELECT number FROM elsec.item WHERE id = 'count'") == 15)
        }
      }
    }

    @Test func aRefusalThatComesLateIsItsOwnersAlone() async throws {
      try await ItemDatabase.with { database in
        try database.run("CREATE UNIQUE INDEX once ON elsec.item (area, id)")
        try await database.withDriver { driver in
          let bodies = (0..<8).map { number in
            { @Sendable (connection: any SQLConnection) in
              // Nobody waits for these answers before the transaction ends.
              try connection.send(
                "INSERT INTO item (area, id) VALUES ('A', $1)", [.text(number == 6 ? "0" : "\(number)")])
              return number
            }
          }
          let results = try await Self.whileHeld(driver, bodies)
          // Whichever of the two came second.
          #expect(results.enumerated().filter { $0.element.code == .storeConflict }.count == 1)
          #expect([results[0].code, results[6].code].contains(.storeConflict))
          #expect(results.count { $0.code == nil } == 7)
          #expect(try database.number("SELECT count(*) FROM elsec.item") == 7)
        }
      }
    }

    @Test func writersOfOneAreaNeverOverlapInTwoProcesses() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver { first in
          try await database.withDriver { second in
            try await first.write(in: .area("A")) { try $0.add("count") }
            await withTaskGroup(of: Void.self) { group in
              for number in 0..<100 {
                let driver = number % 2 == 0 ? first : second
                group.addTask {
                  let result = await outcome {
                    try await driver.write(in: .area("A"), sharing: number % 3 == 0) { connection in
                      let seen = try connection.number("SELECT number FROM item WHERE id = 'count'")
                      try connection.execute(
                        "UPDATE item SET number = $1 WHERE id = 'count'", [.integer(seen + 1)])
                    }
                  }
                  #expect(result.code == nil)
                }
              }
            }
            #expect(try database.number("SELECT number FROM elsec.item") == 101)
          }
        }
      }
    }
  }
}
