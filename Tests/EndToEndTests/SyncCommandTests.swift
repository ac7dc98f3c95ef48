// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

/// A laptop that works away from its service, and both of them run as people run them.
@Suite struct SyncCommandTests {
  private static let laptop = ["--store", "laptop.db"]

  private static func sync(_ program: Program, _ more: [String] = []) throws -> Program.Outcome {
    try program.run(["sync", "--token-file", "token", "--plaintext", "--json"] + Self.laptop + more)
  }

  private static func enter(_ answers: [String], on laptop: [String], _ program: Program) throws {
    try program.write("child_ref,test_date,U3,U4,E1\n" + answers.map { $0 + "\n" }.joined(), to: "answers.csv")
    let done = try program.run(["screen", "import", "answers.csv", "--screener", Program.openDemo, "--apply"] + laptop)
    #expect(done.status == 0, "\(done.errors)")
  }

  private static func screenings(_ program: Program, _ more: [String]) throws -> [String] {
    try program.run(["screen", "list", "--json"] + more).rows.compactMap { $0["screening"] as? String }.sorted()
  }

  /// A service with six children, and a laptop of `Ada` that has not met it.
  private static func with(_ body: (Program, _ port: Int, ChildProcess) async throws -> Void) async throws {
    try await Program.with { program in
      try program.makeArea(children: 6)
      try program.makeAccounts("therapist")
      let added = try program.must("user", "add", "Ada", "--role", "practitioner", "--as", "admin", "--json")
      try program.write((added.record["token"] as? String ?? "") + "\n", to: "token")
      try program.must("store", "init", "--store", "laptop.db")
      let service = try program.startService("--plaintext", "--listen", "127.0.0.1:0", "--workers", "0")
      defer { kill(service.pid, SIGKILL) }
      try await body(program, try await program.servicePort(), service)
    }
  }

  @Test func whatWasEnteredAwayFromTheServiceGetsThereOnce() async throws {
    try await Self.with { program, port, service in
      let first = try Self.sync(program, ["--server", "127.0.0.1:\(port)"])
      #expect(first.status == 0, "\(first.errors)")
      #expect((first.record["exchanged"] as? [String: Int])?["children"] == 6)
      kill(service.pid, SIGTERM)
      #expect(service.wait() == 0)
      try Self.enter(["c0,2026-11-26,C,I,ALW", "c1,2026-11-26,I,I,NEV"], on: Self.laptop, program)
      let away = try Self.sync(program)
      #expect(away.status == 69 && away.errors.contains("no service answers"))
      let status = try program.run(["sync", "--status", "--json"] + Self.laptop).record
      #expect(status["unsent"] as? Int == 2 && status["person"] as? String == "Ada")
      let again = try program.startService("--plaintext", "--listen", "127.0.0.1:\(port)", "--workers", "0")
      defer { kill(again.pid, SIGKILL) }
      _ = try await program.servicePort()
      let second = try Self.sync(program)
      #expect(second.status == 0 && (second.record["exchanged"] as? [String: Int])?["sent"] == 2, "\(second.errors)")
      #expect(second.record["unsent"] as? Int == 0)
      let kept = try Self.screenings(program, ["--as", "admin"])
      let here = try Self.screenings(program, Self.laptop)
      #expect(kept.count == 2 && kept == here)
      #expect((try Self.sync(program).record["exchanged"] as? [String: Int])?["sent"] == 0)
      let shown = try program.run(["screen", "show", kept[0], "--json", "--as", "admin"])
      #expect(shown.output.contains("Ada"))
    }
  }

  @Test func whatContradictsWaitsForATherapist() async throws {
    try await Self.with { program, port, _ in
      _ = try Self.sync(program, ["--server", "127.0.0.1:\(port)"])
      try Self.enter(["c0,2026-11-26,C,I,ALW"], on: Self.laptop, program)
      try Self.enter(["c0,2026-11-26,I,I,NEV"], on: ["--as", "admin"], program)
      let told = try Self.sync(program)
      #expect(told.status == 0 && (told.record["exchanged"] as? [String: Int])?["conflicts"] == 1, "\(told.errors)")
      let waiting = try program.must("screen", "conflicts", "--json", "--as", "therapist").rows
      let record = try #require(waiting.first?["record"] as? String)
      #expect(waiting.count == 1 && waiting[0]["by"] as? String == "Ada")
      let table = try program.must("screen", "conflicts", "--as", "therapist")
      #expect(table.output.contains(record) && table.output.contains("conflict"))
      let refused = try program.run("screen", "conflicts", record, "--take", "--reason", "r", "--as", "Ada")
      #expect(refused.status == 77)
      try program.must("screen", "conflicts", record, "--take", "--reason", "saw it", "--as", "therapist")
      #expect(try program.must("screen", "conflicts", "--as", "therapist").output == "nothing waits\n")
      _ = try Self.sync(program)
      #expect(try Self.screenings(program, Self.laptop) == [record])
    }
  }

  @Test(arguments: [
    ["--cert", "c"], ["--setting", "1", "--all-settings"], ["--server", "nowhere"], ["--server", "service.example:1"],
  ])
  func aWrongCallEndsWithStatus64(_ arguments: [String]) async throws {
    try await Program.with { program in
      try program.must("store", "init")
      try program.write("t", to: "token")
      let plain = arguments.contains("--cert") ? [] : ["--plaintext"]
      let done = try program.run(["sync", "--token-file", "token"] + plain + arguments)
      #expect(done.status == 64 && done.errors.hasPrefix("elsec: "), "\(done.errors)")
    }
  }

  @Test func aStoreWithPeopleOfItsOwnBecomesNobodysDevice() async throws {
    try await Self.with { program, port, _ in
      let done = try program.run(
        "sync", "--token-file", "token", "--plaintext", "--server", "127.0.0.1:\(port)")
      #expect(done.status == 77 && done.errors.contains("no one person's device"), "\(done.errors)")
    }
  }
}
