// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct AuditRootCommandTests {
  private func mode(_ name: String, _ program: Program) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: program.path(of: name))[.posixPermissions] as? Int
  }

  @Test func aKeyIsMadeOnceForItsOwnerAlone() async throws {
    try await Program.with { program in
      let made = try program.must("audit", "key", "new", "audit.key", "--name", "wrenmoor")
      #expect(try self.mode("audit.key", program) == 0o600)
      #expect(made.output.hasPrefix("wrenmoor+") && made.lines.count == 1)
      let secret = try program.read("audit.key")
      #expect(!secret.contains(made.line(0)) && !made.output.contains("PRIVATE"))
      let again = try program.run("audit", "key", "new", "audit.key")
      #expect(again.status == 73 && again.errors.hasPrefix("elsec: there is a file already"))
      #expect(try program.read("audit.key") == secret)
      #expect(try program.run("audit", "key", "new", "other.key", "--name", "two words").status == 65)
      #expect(!program.has("other.key"))
    }
  }

  @Test func aKeyThatOthersMayReadIsRefused() async throws {
    try await Program.with { program in
      try program.makeArea()
      try program.must("audit", "key", "new", "audit.key")
      try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: program.path(of: "audit.key"))
      let refused = try program.run("audit", "root", "--key", "audit.key")
      #expect(refused.status == 65 && refused.errors.contains("others may read the key"))
    }
  }

  @Test func aRootKeptElsewhereFindsAStoreThatWasSetBack() async throws {
    try await Program.with { program in
      try program.makeArea(children: 2)
      let key = try program.must("audit", "key", "new", "audit.key").line(0)
      #expect(try program.run("audit", "root").status == 1, "there is none yet")
      try program.must("store", "backup", "before.db")
      try program.must("audit", "root", "--key", "audit.key", "--out", "first.root")
      try program.must("children", "list")
      let second = try program.must("audit", "root", "--key", "audit.key", "--since", "first.root")
      try program.write(second.output, to: "second.root")
      #expect(second.output.hasPrefix("elsec/audit/E06999999\n"))
      #expect(try program.must("audit", "root").output == second.output)
      let whole = try program.must(
        "audit", "verify", "--root", "first.root", "--root", "second.root", "--public-key", key)
      #expect(whole.output.contains("4 roots agree, signatures hold"))
      try program.write(key + "\n", to: "key.pub")
      try program.must("audit", "verify", "--public-key", "key.pub")

      try program.must("store", "restore", "before.db", "--store", "back.db")
      try program.must("audit", "verify", "--store", "back.db")
      let found = try program.run("audit", "verify", "--root", "second.root", "--store", "back.db", "--json")
      #expect(found.status == 1)
      #expect((found.record["found"] as? [String: Any])?["kind"] as? String == "truncated")

      try program.must("audit", "key", "new", "other.key")
      let foreign = try program.must("audit", "key", "new", "third.key").line(0)
      let unsigned = try program.run("audit", "verify", "--public-key", foreign)
      #expect(unsigned.status == 1 && unsigned.output.contains("not signed by a key that counts"))
      for text in [second.output.replacingOccurrences(of: "head", with: "tail"), "", key] {
        try program.write(text, to: "broken.root")
        #expect(try program.run("audit", "verify", "--root", "broken.root").status == 65)
      }
    }
  }

  @Test func theAuditIsExportedAnEntryALine() async throws {
    try await Program.with { program in
      try program.makeArea(children: 3)
      let all = try program.must("audit", "export").lines
      let listed = try program.must("audit", "list", "--json", "--limit", "1000").rows
      #expect(all.count == listed.count && all.count > 4)
      for (number, line) in all.enumerated() {
        let entry = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        #expect(entry?["sequence"] as? Int == number + 1)
        #expect((entry?["hash"] as? String)?.count == 64)
      }
      #expect(!all.joined().contains("Ann") && !all.joined().contains("2022-09-15"))
      try program.must("audit", "export", "--after", "4", "--out", "rest.jsonl")
      #expect(try self.mode("rest.jsonl", program) == 0o600)
      #expect(try program.read("rest.jsonl").split(separator: "\n").map(String.init) == Array(all[4...]))
    }
  }
}
