// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct ErasureCommandTests {
  @Test func aFamilyGetsWhatIsKeptToReadAndAsJSON() async throws {
    try await Program.with { program in
      try program.makeArea(children: 2)
      try program.write("child_ref,test_date,not_screened\nc0,2026-11-30,absent\n", to: "screenings.csv")
      try program.must("screen", "import", "screenings.csv", "--screener", Program.openDemo, "--apply")
      try program.must("children", "show", "c0", "--as", "Thea")
      try program.must("children", "export", "c0", "--out", "pack", "--as", "Mo")
      let page = try program.read("pack/record.md")
      #expect(page.hasPrefix("# What is kept about Ann0 Made-Up\n"))
      #expect(page.contains("- birth date: 2022-09-15") && page.contains("not screened reason: absent"))
      #expect(page.contains("| Thea |") && page.contains("| Mo |"))
      #expect(!page.contains("Ann1"))
      let json = try JSONSerialization.jsonObject(with: Data(try program.read("pack/record.json").utf8))
      let records = (json as? [String: Any])?["records"] as? [[String: Any]] ?? []
      #expect(records.compactMap { $0["kind"] as? String }.contains("screening"))
      #expect(try program.run("children", "export", "nobody", "--out", "none").status == 1)
      #expect(!program.has("none"))
      let last = try program.must("audit", "list", "--json", "--child", "c0", "--limit", "1000").rows.last
      #expect(last?["actor"] as? String == "Mo" && last?["action"] as? String == "view")
    }
  }

  @Test func anErasureStandsAndIsDoneAgainAfterARestore() async throws {
    try await Program.with { program in
      try program.makeArea(children: 2)
      try program.must("store", "backup", "before.db")
      let listed = try program.must("children", "due", "--on", "2047-09-15", "--json")
      let due = listed.record["children"] as? [[String: Any]]
      #expect(due?.compactMap { $0["id"] as? String } == ["c0", "c1"])
      #expect(try program.must("children", "due").output.hasPrefix("0 children due"))

      let erase = ["children", "erase", "c0", "--reason", "asked", "--as", "Ada", "--approved-by"]
      #expect(try program.run(erase + ["Ada", "--not-due", "article 17"]).status == 77)
      #expect(try program.run(erase + ["Bo"]).status == 1)
      try program.must("children", "hold", "c0", "--reason", "inquiry")
      let held = try program.run(erase + ["Bo", "--not-due", "article 17"])
      #expect(held.status == 1 && held.errors.contains("under a legal hold"))
      try program.must("children", "hold", "c0", "--lift", "--reason", "ended")
      let done = try program.run(erase + ["Bo", "--not-due", "article 17", "--ledger-out", "ledger.jsonl"])
      #expect(done.status == 0 && done.output.contains("c0 is erased"), "\(done.errors)")
      #expect(try program.run("children", "show", "c0").status == 1)
      #expect(try program.run("children", "import", "children.csv", "--apply").status == 65)
      try program.must("audit", "verify")
      try program.must("store", "check")

      let bytes = try Data(contentsOf: program.folder.appending(path: "elsec.db"))
      #expect(bytes.range(of: Data("Ann0".utf8)) == nil, "the name is still in the file")
      #expect(bytes.range(of: Data("Ann1".utf8)) != nil)

      try program.must("store", "restore", "before.db", "--store", "back.db")
      try program.must("children", "show", "c0", "--store", "back.db")
      let again = try program.must("children", "erase", "--reapply", "ledger.jsonl", "--store", "back.db")
      #expect(again.output.contains("1 child erased again, 0 on record already"))
      #expect(try program.run("children", "show", "c0", "--store", "back.db").status == 1)
      try program.must("children", "erase", "--reapply", "ledger.jsonl", "--store", "back.db")
      try program.must("store", "check", "--store", "back.db")
      try program.write("{}\n", to: "broken.jsonl")
      let broken = try program.run("children", "erase", "--reapply", "broken.jsonl")
      #expect(broken.status == 65 && broken.errors.contains("broken.jsonl:1"))
    }
  }

  @Test(arguments: [
    ["children", "erase"], ["children", "erase", "c0"], ["children", "erase", "c0", "--reason", "r"],
    ["children", "erase", "c0", "--reason", "r", "--approved-by", "B", "--reapply", "f"],
    ["children", "hold", "c0"], ["children", "export", "c0"],
  ])
  func halfACommandIsRefused(_ command: [String]) async throws {
    try await Program.with { program in
      let done = try program.run(command)
      #expect(done.status == 64)
    }
  }
}
