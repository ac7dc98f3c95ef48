// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@testable import StoragePostgres

extension ServerTests {
  @Suite struct CancellationTests {
    @Test(arguments: [false, true])
    func aCallerWhoGoesAwayLeavesNoTransactionOpen(_ isWriting: Bool) async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver { driver in
          let task = Task {
            await outcome {
              guard isWriting else { return try await driver.read { try $0.number("SELECT 1 FROM pg_sleep(14)") } }
              return try await driver.write(in: .area("A")) { connection in
                try connection.add("1")
                return try connection.number("SELECT 1 FROM pg_sleep(14)")
              }
            }
          }
          #expect(try await eventually(within: 3_000) { try database.connections("active") == 1 })
          let took = await milliseconds {
            task.cancel()
            let result = await task.value
            #expect(result.code == .storeCancelled)
          }
          #expect(took < 12_000, "\(took) ms")
          // The server notices within a second or so that nobody waits for the statement.
          #expect(
            try await eventually(within: 1_200) {
              try database.connections("active") + database.connections("idle in transaction") == 0
            })
          let one = try await driver.read { try $0.number("SELECT 1") }
          #expect(one == 1)
          #expect(try database.number("SELECT count(*) FROM elsec.item") == 0)
        }
      }
    }

    @Test func whatWasCancelledBeforeItBeganIsNeverRun() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver { driver in
          for number in 0..<300 {
            let task = Task {
              withUnsafeCurrentTask { $0?.cancel() }
              return await outcome { try await driver.write(in: .area("A")) { try $0.add("\(number)") } }
            }
            let result = await task.value
            #expect(result.code == .storeCancelled)
          }
          let found = try database.number("SELECT count(*) FROM elsec.item")
          #expect(found == 0)
        }
      }
    }

    @Test func twoThousandRandomCancellationsHarmNobody() async throws {
      try await ItemDatabase.with { database in
        try await database.withDriver(connections: 3) { driver in
          let kept = Gathered((answered: 0, written: Set<String>(), cancelled: 0))
          await withTaskGroup(of: Void.self) { group in
            for number in 0..<2_000 {
              if number >= 24 { await group.next() }
              group.addTask {
                let isWriting = number % 2 == 0
                let task = Task {
                  await outcome {
                    guard isWriting else {
                      return try await driver.read(in: .area("A")) { connection in
                        _ = try connection.query("SELECT count(*) FROM item")
                        return try connection.number("SELECT CAST($1 AS bigint)", [.integer(number)])
                      }
                    }
                    return try await driver.write(in: .area("A"), sharing: number % 4 == 0) { connection in
                      try connection.add("\(number)")
                      return try connection.number("SELECT CAST($1 AS bigint)", [.integer(number)])
                    }
                  }
                }
                try? await Task.sleep(for: .microseconds(Int.random(in: 0...6_000)))
                if number % 5 != 0 { task.cancel() }
                switch await task.value {
                case .success(let answer):
                  #expect(answer == number)
                  kept.change { kept in
                    kept.answered += 1
                    if isWriting { kept.written.insert("\(number)") }
                  }
                case .failure(let fault):
                  #expect(fault.code == .storeCancelled)
                  kept.change { $0.cancelled += 1 }
                }
              }
            }
          }
          let (answered, written, cancelled) = kept.now
          #expect(answered + cancelled == 2_000 && answered >= 400 && cancelled > 0)
          let found = try database.run("SELECT id FROM elsec.item")
          #expect(Set(found) == written && found.count == written.count)
          #expect(
            try await eventually(within: 3_000) {
              try database.connections() <= 3 && database.connections("idle in transaction") == 0
            })
        }
        #expect(try await eventually(within: 3_000) { try database.connections() == 0 })
      }
    }
  }
}
