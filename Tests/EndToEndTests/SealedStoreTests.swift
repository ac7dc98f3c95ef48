// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// A practitioner's laptop: what its store shows to whoever finds it, and how its owner gets in.
@Suite struct SealedStoreTests {
  static let passphrase = "correct horse battery staple"
  static let canaries = ["Ann0", "Made-Up", "2022-09-15", "B801200005001"]

  /// The environment of somebody who keeps the passphrase in a file.
  private func knowing(_ file: String = "pass", _ program: Program) -> [String: String] {
    ["ELSEC_PASSPHRASE_FILE": program.path(of: file)]
  }

  private func write(_ secret: String, to name: String, _ program: Program) throws {
    try program.write(secret, to: name)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: program.path(of: name))
  }

  @discardableResult
  private func must(_ arguments: String..., knowing file: String = "pass", _ program: Program) throws
    -> Program.Outcome
  {
    let done = try program.run(arguments, environment: self.knowing(file, program))
    #expect(done.status == 0, "\(arguments): \(done.errors)")
    return done
  }

  /// What of the canaries the store's files show, and a dump by SQLite's own program where it is installed.
  private func shown(_ program: Program) throws -> [String] {
    var bytes = try program.files().filter { $0.hasPrefix("elsec.db") || $0.hasPrefix("backup") }
      .reduce(into: Data()) { all, name in all += try Data(contentsOf: program.folder.appending(path: name)) }
    if let dump = try? program.run(program: "/usr/bin/sqlite3", [program.path(of: "elsec.db"), ".dump"]) {
      bytes += Data(dump.output.utf8)
    }
    return Self.canaries.filter { bytes.range(of: Data($0.utf8)) != nil }
  }

  private func fill(_ program: Program) throws {
    try self.must("area", "set", "E06999999", "--name", "Wrenmoor", program)
    try program.write(Program.settings, to: "settings.csv")
    try self.must("settings", "import", "settings.csv", "--apply", program)
    try program.write(
      """
      child_ref,setting,given_name,family_name,birth_date,home_language,upn
      c0,990001,Ann0,Made-Up,2022-09-15,ENG,B801200005001
      c1,990001,Bob1,Made-Up,2022-09-15,POL,

      """, to: "children.csv")
    try self.must("children", "import", "children.csv", "--apply", program)
  }

  @Test func aSealedStoreWorksAsAnyOtherAndItsFileShowsNobody() async throws {
    try await Program.with { program in
      try self.write(Self.passphrase + "\n", to: "pass", program)
      let key = try program.must("store", "recovery-key", "make", "--out", "county.key", "--public", "county.pub")
      let made = try self.must("store", "init", "--sealed", "--recovery-key", "county.pub", program)
      #expect(made.output.contains("recovery key \(key.line(0).split(separator: ":")[1]) opens it too"))
      try self.fill(program)
      #expect(try self.shown(program) == [])
      let rows = try self.must("children", "list", "--json", program).rows
      #expect(rows.map { $0["id"] as? String } == ["c0", "c1"])
      #expect(try self.must("children", "import", "children.csv", "--apply", program).output.contains("2 unchanged"))
      let check = try self.must("store", "check", "--json", program).record
      #expect(check["isSound"] as? Bool == true && check["isSealed"] as? Bool == true)
      #expect(try self.must("audit", "verify", program).status == 0)
      try self.must("store", "backup", "backup.db", program)
      #expect(try self.shown(program) == [])
      try program.must("store", "restore", "backup.db", "--store", "restored.db")
      #expect(
        try self.must("children", "list", "--json", "--store", "restored.db", program).output
          == self.must("children", "list", "--json", program).output)
    }
  }

  @Test func withoutItsPassphraseNobodyGetsInAndIsToldSo() async throws {
    try await Program.with { program in
      try self.write(Self.passphrase, to: "pass", program)
      try self.write("correct horse battery", to: "wrong", program)
      try self.must("store", "init", "--sealed", program)
      let wrong = try program.run(["area", "show"], environment: self.knowing("wrong", program))
      #expect(wrong.status == 77)
      #expect(wrong.errors.hasPrefix("elsec: the passphrase is wrong\n  maybe: "))
      let none = try program.run(["store", "check"])
      #expect(none.status == 77)
      #expect(none.errors.hasPrefix("elsec: a passphrase is needed, and there is no terminal to ask for it\n"))
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: program.path(of: "pass"))
      let open = try program.run(["store", "check"], environment: self.knowing("pass", program))
      #expect(open.status == 65 && open.errors.contains("others may read the passphrase"))
    }
  }

  @Test func aPlainStoreIsSealedWithAllThatItHolds() async throws {
    try await Program.with { program in
      try program.makeArea(children: 2)
      #expect(try self.shown(program).contains("Ann0"))
      let audit = try program.must("audit", "export").output
      try self.write("too short", to: "short", program)
      let refused = try program.run(["store", "seal"], environment: self.knowing("short", program))
      #expect(refused.status == 65 && refused.errors.contains("at least 12 characters"))
      try self.write(Self.passphrase, to: "pass", program)
      let sealed = try self.must("store", "seal", program)
      #expect(sealed.output.contains("no recovery key opens it"))
      #expect(try self.shown(program) == [])
      #expect(try self.must("audit", "export", program).output == audit)
      #expect(try self.must("children", "list", "--json", program).rows.count == 2)
      let again = try program.run(["store", "seal"], environment: self.knowing("pass", program))
      #expect(again.status == 77 && again.errors.hasPrefix("elsec: the store is sealed already"))
    }
  }

  @Test func aForgottenPassphraseIsReplacedByTheAuthoritysKeyAlone() async throws {
    try await Program.with { program in
      try self.write(Self.passphrase, to: "pass", program)
      try self.write("a wholly different set of words", to: "new", program)
      for name in ["county", "other"] {
        try program.must("store", "recovery-key", "make", "--out", "\(name).key", "--public", "\(name).pub")
      }
      try self.must("store", "init", "--sealed", program)
      let lost = try program.run(["store", "passphrase", "--recovery-key", "county.key"])
      #expect(lost.status == 77 && lost.errors.hasPrefix("elsec: the store has no recovery key"))
      try self.must("store", "recovery-key", "use", "county.pub", program)
      let new = ["ELSEC_NEW_PASSPHRASE_FILE": program.path(of: "new")]
      let foreign = try program.run(["store", "passphrase", "--recovery-key", "other.key"], environment: new)
      #expect(foreign.status == 77 && foreign.errors.contains("kept for recovery key"))
      let replaced = try program.run(["store", "passphrase", "--recovery-key", "county.key"], environment: new)
      #expect(replaced.status == 0, "\(replaced.errors)")
      #expect(try program.run(["store", "check"], environment: self.knowing("pass", program)).status == 77)
      try self.must("store", "check", knowing: "new", program)
    }
  }

  @Test func thePassphraseIsAskedForOnceAndNotShown() async throws {
    try await Program.with { program in
      let sitting = try Sitting(program, ["store", "init", "--sealed"])
      try sitting.read(until: "New passphrase, at least 12 characters: ")
      sitting.type(Self.passphrase + "\n")
      try sitting.read(until: "The same again: ")
      sitting.type(Self.passphrase + "\n")
      try sitting.read(until: "made the sealed store")
      #expect(sitting.end() == 0)
      let check = try Sitting(program, ["store", "check"])
      try check.read(until: "Passphrase of the store: ")
      check.type(Self.passphrase + "\n")
      try check.read(until: "sealed; no recovery key opens it")
      #expect(check.end() == 0)
      for screen in [sitting.screen, check.screen] { #expect(!screen.contains("horse")) }
      #expect(check.screen.components(separatedBy: "Passphrase of the store").count == 2)
    }
  }

  @Test(arguments: [["store", "seal"], ["store", "passphrase"], ["store", "init", "--sealed"]])
  func onlyAFileIsSealed(_ command: [String]) async throws {
    try await Program.with { program in
      let done = try program.run(command + ["--store", "postgres://elsec_app@/elsec?host=/nowhere"])
      #expect([64, 69].contains(done.status))
      #expect(done.errors.hasPrefix("elsec: a PostgreSQL store is not"))
    }
  }
}
