// SPDX-License-Identifier: Apache-2.0

import Testing

@Suite struct UsageTests {
  @Test(arguments: [
    (["rota", "fly"], "Unexpected argument"), (["score"], "--screener"), (["rota", "plan", "--week", "soon"], "soon"),
    (["nonsense"], "nonsense"), (["user", "add", "Eve", "--role", "king"], "practitioner, setting, therapist"),
    (["rota", "solve", "p.json", "--threads", "0"], "--threads takes 1 to 64, not 0"),
    (["rota", "solve", "p.json", "--time-limit", "0"], "not 0.0"),
    (["screen", "enter", "--screener", "s", "--concern-slt"], "--child"),
  ])
  func aWrongCallEndsWithStatus64AndOneLineAndAHint(_ arguments: [String], _ part: String) async throws {
    try await Program.with { program in
      let done = try program.run(arguments)
      #expect(done.status == 64)
      #expect(done.errors.hasPrefix("elsec: "))
      #expect(done.errors.contains(part))
      #expect(done.errors.contains("\n  maybe: elsec"))
      #expect(done.errors.split(separator: "\n").count == 2)
    }
  }

  @Test func everyErrorSaysWhatToTry() async throws {
    try await Program.with { program in
      try program.write("{\"format\": \"elsec-rota/1\", \"horizon\": {\"start\": \"2026-11-30\"}}", to: "rota.json")
      for arguments in [
        ["rota", "solve", "rota.json"], ["rota", "solve", "missing.json"], ["store", "check"],
        ["screener", "show", "nothing"],
      ] {
        let done = try program.run(arguments)
        #expect(done.status != 0)
        #expect(done.errors.contains("\n  maybe: "), "\(arguments): \(done.errors)")
      }
    }
  }

  @Test func helpIsNotAnError() async throws {
    try await Program.with { program in
      let done = try program.run("rota", "--help")
      #expect(done.status == 0)
      #expect(done.output.contains("explain"))
    }
  }
}
