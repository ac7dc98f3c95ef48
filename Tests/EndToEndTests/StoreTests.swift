// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct StoreTests {
  @Test func aStoreIsMadeOnceForItsOwnerAlone() async throws {
    try await Program.with { program in
      try program.must("store", "init")
      #expect(try Self.mode(of: program.path(of: "elsec.db")) == 0o600)
      let before = try Data(contentsOf: program.folder.appending(path: "elsec.db"))
      let again = try program.run("store", "init")
      #expect(again.status == 73)
      #expect(again.errors.hasPrefix("elsec: there is a file already ("))
      #expect(again.errors.contains("\n  maybe: "))
      #expect(try Data(contentsOf: program.folder.appending(path: "elsec.db")) == before)
    }
  }

  @Test func aBackupRestoresToTheSameRecords() async throws {
    try await Program.with { program in
      try program.makeArea(children: 3)
      try program.must("store", "backup", "backup.db")
      #expect(try Self.mode(of: program.path(of: "backup.db")) == 0o600)
      #expect(try program.run("store", "backup", "backup.db").status == 73, "a backup replaces nothing")
      #expect(try program.run("store", "restore", "backup.db").status == 73, "nor does a restore")
      try program.must("children", "list", "--json")
      let kept = try program.run("audit", "list", "--json", "--limit", "5").output
      try program.must("store", "restore", "backup.db", "--store", "restored.db")
      #expect(try Self.mode(of: program.path(of: "restored.db")) == 0o600)
      #expect(try program.run("audit", "list", "--json", "--limit", "5", "--store", "restored.db").output == kept)
      #expect(
        try program.run("children", "list", "--json", "--store", "restored.db").rows.map { $0["id"] as? String }
          == ["c0", "c1", "c2"])
      for command in [["store", "check"], ["audit", "verify"]] {
        #expect(try program.run(command + ["--store", "restored.db"]).status == 0)
      }
    }
  }

  @Test func aFileThatIsNoSoundDatabaseIsRefusedByEveryCommand() async throws {
    try await Program.with { program in
      try program.makeArea(children: 3)
      let whole = try Data(contentsOf: program.folder.appending(path: "elsec.db"))
      var scribbled = whole
      for page in stride(from: 4096, to: scribbled.count, by: 4096 * 2) {
        scribbled.replaceSubrange(page..<page + 512, with: Data(repeating: 0xA5, count: 512))
      }
      for (name, data) in [
        ("cut.db", whole.prefix(20_000)), ("junk.db", Data("junk\n".utf8)), ("scribbled.db", scribbled),
      ] {
        try data.write(to: program.folder.appending(path: name))
        let done = try program.run("store", "check", "--store", name)
        #expect(done.status == 69 || done.status == 1, "\(name): \(done.errors)")
        #expect(try program.run("settings", "import", "settings.csv", "--apply", "--store", name).status != 0)
        let restored = try program.run("store", "restore", name, "--store", "new.db")
        #expect(restored.status == 69, "\(restored.errors)")
        #expect(!program.has("new.db"))
      }
    }
  }

  @Test(arguments: [
    ["store", "check"], ["store", "migrate"], ["store", "backup", "b.db"], ["area", "show"], ["settings", "list"],
    ["area", "set", "E06999999", "--name", "Wrenmoor"], ["audit", "verify"],
  ])
  func withoutAStoreEveryCommandSaysHowToMakeOne(_ command: [String]) async throws {
    try await Program.with { program in
      let done = try program.run(command)
      #expect(done.status == 69)
      #expect(
        done.errors == "elsec: there is no store (\(program.path(of: "elsec.db")))\n  maybe: run 'elsec store init'\n")
      #expect(try program.files() == [])
    }
  }

  @Test(arguments: [
    ["store", "init"], ["store", "check"], ["store", "migrate"], ["store", "restore", "backup.db"],
    ["settings", "list"],
  ])
  func aStoreOfAnotherEngineIsRefusedInAPlainSentence(_ command: [String]) async throws {
    try await Program.with { program in
      try program.must("store", "init")
      try program.must("store", "backup", "backup.db")
      let before = try program.files()
      let done = try program.run(command + ["--store", "mysql://someone@host/elsec"])
      #expect(done.status == 69)
      #expect(
        done.errors == """
          elsec: elsec keeps its records in a SQLite file or in PostgreSQL (--store)
            maybe: give the path of a file, or postgres://user@host/database

          """)
      #expect(try program.files() == before)
    }
  }

  @Test(arguments: [["store", "init"], ["store", "check"], ["store", "migrate"], ["settings", "list"]])
  func aServerThatIsNotThereIsSaidInAPlainSentence(_ command: [String]) async throws {
    try await Program.with { program in
      let done = try program.run(command + ["--store", "postgres://elsec_app:secret@/elsec?host=/nowhere"])
      #expect(done.status == 69)
      #expect(done.errors.hasPrefix("elsec: "))
      #expect(!done.errors.contains("secret"))
    }
  }

  @Test func aSharedStoreIsNotRestoredFromAFile() async throws {
    try await Program.with { program in
      let done = try program.run(["store", "restore", "backup.db", "--store", "postgres://elsec_app@/elsec"])
      #expect(done.status == 69)
      #expect(done.errors.hasPrefix("elsec: a PostgreSQL store is not one file (--store)"))
    }
  }

  @Test func everyReadingCommandPrintsJSONWhenAsked() async throws {
    try await Program.with { program in
      try program.makeArea(children: 2)
      try program.write(
        "child_ref,test_date,not_screened\nc0,2026-11-30,absent\nc1,2026-11-30,absent\n", to: "screenings.csv")
      try program.must("screen", "import", "screenings.csv", "--screener", Program.openDemo, "--apply")
      try program.must("plan", "new", "A plan", "--from", "2026-09-01", "--to", "2029-08-31")
      let screening = try program.run("screen", "list", "--json").rows.first?["screening"] as? String ?? ""
      for (command, isList) in [
        ("area show", false), ("settings list", true), ("staff list", true), ("children list", true),
        ("children show c0", false), ("screener list", true), ("screen list", true),
        ("screen show \(screening)", false),
        ("demand list --week 2026-W49", true), ("demand derive --week 2026-W49", false), ("cohort releases", true),
        ("cohort summary --screener elsec.open-demo --year 2026/27", false), ("plan list", true), ("plan show", false),
        ("user list", true), ("audit list", true), ("audit verify", false), ("store check", false),
      ] {
        let done = try program.run(command.split(separator: " ").map(String.init) + ["--json"])
        #expect(done.status == 0, "\(command): \(done.errors)")
        #expect(isList ? done.json is [Any] : done.json is [String: Any], "\(command): \(done.output)")
        #expect(done.lines.count == 1, "\(command)")
      }
      let check = try program.run("plan", "check", "--json")
      #expect(check.status == 1)
      #expect(check.json != nil)
    }
  }

  private static func mode(of path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }
}
