// SPDX-License-Identifier: Apache-2.0

import Foundation
import MadeUpArea
import Testing

@Suite(.serialized) struct DemoTests {
  static let week = FictionalArea.week

  @Test func theMainJobIsDoneWholeAndLeavesWhatItPromises() async throws {
    try await Program.with { program in
      let told = try program.run("demo", "--dir", "d", "--rota-seconds", "2")
      try #require(told.status == 0, "\(told.errors)")
      #expect(told.output.contains("Wrenmoor is a made-up area"))
      #expect(told.output.contains("$ elsec rota explain "), "a visit that is left out is explained")
      #expect(told.output.contains("Everything in them is made up."))
      #expect(!program.has("elsec.db"), "its store is in its folder")
      try Self.checkPage(try program.read("d/rota.html"))
      try Self.checkCalendars(program)
      try Self.checkSummary(try program.read("d/summary.csv"))
      let plan = try program.read("d/plan.md")
      #expect(plan.contains("**Synthetic: a made-up area and made-up children.**"))
      #expect(plan.split(separator: "\n").count { $0.hasPrefix("## ") } == 12)
      #expect(plan.contains("SHA-256 `"))
      let decisions = try program.read("d/decisions.csv").split(separator: "\n")
      #expect(decisions.first == "screening,child_ref,setting,test_date,band,flags,proposed_tier,tier,reason")
      #expect(decisions.count > 500)
      let rota = try program.read("d/rota.csv").split(separator: "\n")
      #expect(rota.first == "date,start,end,staff,name,role,place,setting,kind,minutes,with,visit,status,reason")
      #expect(rota.count { $0.contains(",placed,") } > 50)

      try Self.checkRoles(program)
      let store = ["--store", "d/elsec.db"]
      #expect(try program.run(["store", "check"] + store).status == 0)
      #expect(try program.run(["audit", "verify", "--as", "Mo Manager"] + store).status == 0)

      // A second demo takes the place of the first.
      try program.write("left behind\n", to: "d/stale.txt")
      try FileManager.default.createSymbolicLink(
        atPath: program.path(of: "content"), withDestinationPath: Program.root.path)
      let again = try program.run(
        "demo", "--dir", "d", "--rota-seconds", "1", "--seed", "2", "--content", "content")
      #expect(again.status == 0, "\(again.errors)")
      #expect(!program.has("d/stale.txt"))
      #expect(try program.run(["audit", "verify", "--as", "Mo Manager"] + store).status == 0)
      if Python.isThere { try Self.checkTampering(program) }
    }
  }

  @Test func aFolderThatNoDemoMadeIsLeftAlone() async throws {
    try await Program.with { program in
      try FileManager.default.createDirectory(
        at: program.folder.appending(path: "mine"), withIntermediateDirectories: true)
      try program.write("keep me\n", to: "mine/letter.txt")
      let done = try program.run("demo", "--dir", "mine", "--rota-seconds", "1")
      #expect(done.status == 73)
      #expect(
        done.errors
          == "elsec: the folder is not empty, and no demo made it (mine)\n  maybe: name another one with --dir\n")
      #expect(try program.read("mine/letter.txt") == "keep me\n")
      #expect(try FileManager.default.contentsOfDirectory(atPath: program.path(of: "mine")) == ["letter.txt"])
    }
  }

  private static func checkPage(_ page: String) throws {
    #expect(page.contains("<svg"))
    #expect(!page.lowercased().contains("<script"))
    #expect(page.lowercased().contains("made up") || page.lowercased().contains("made-up"))
    #expect(page.contains("@page"), "it prints")
    for tag in ["src=\"http", "href=\"http", "url(http"] { #expect(!page.contains(tag), "nothing is fetched: \(tag)") }
    for person in FictionalArea(seed: 1).staff { #expect(page.contains(person.name)) }
  }

  private static func checkCalendars(_ program: Program) throws {
    for person in FictionalArea(seed: 1).staff {
      let calendar = try program.read("d/\(person.id).ics")
      #expect(calendar.hasPrefix("BEGIN:VCALENDAR\r\n"))
      #expect(calendar.hasSuffix("END:VCALENDAR\r\n"))
      #expect(calendar.contains("BEGIN:VEVENT\r\n"))
      #expect(calendar.utf8.split(separator: 10).allSatisfy { $0.count <= 76 }, "lines are folded")
    }
  }

  /// No number from 1 to 7 stands in a column of counts: the policy that the demo publishes under hides them.
  private static func checkSummary(_ summary: String) throws {
    let rows = summary.split(separator: "\n").map { $0.split(separator: ",", omittingEmptySubsequences: false) }
    let header = try #require(rows.first)
    let counts = header.indices.filter {
      header[$0].hasSuffix("_count") || ["eligible", "screened", "not_normed", "not_screened"].contains(header[$0])
    }
    #expect(counts.count == 7)
    #expect(rows.count > 4)
    for row in rows.dropFirst() {
      #expect(row.count == header.count)
      for column in counts {
        if let number = Int(row[column]) { #expect(!(1...7).contains(number) && number.isMultiple(of: 5), "\(row)") }
      }
      #expect(row.last == "synthetic")
    }
  }

  private static func checkRoles(_ program: Program) throws {
    let store = ["--store", "d/elsec.db", "--as"]
    for (command, person, says) in [
      (["children", "list"], "Lee Planlead", "is not open to the role plan-lead"),
      (["children", "show", "MADEUP-2026-0269"], "Lee Planlead", "is not open to the role plan-lead"),
      (["rota", "publish", "--week", self.week], "Pat Practitioner", "is not open to the role practitioner"),
      (["screen", "confirm", "--in", "d/decisions.csv"], "Pat Practitioner", "is not open to the role practitioner"),
      (["user", "add", "Eve", "--role", "admin"], "Mo Manager", "is not open to the role manager"),
      (["children", "list"], "Nobody Known", "there is no account of this name"),
      (["area", "set", FictionalArea.gssCode, "--name", "Mine"], "Nobody Known", "there is no account of this name"),
    ] {
      let done = try program.run(command + store + [person])
      #expect(done.status == 77, "\(command) as \(person): \(done.errors)")
      #expect(done.output == "")
      #expect(done.errors.contains(says), "\(done.errors)")
      #expect(done.errors.contains("\n  maybe: "))
    }
  }

  /// Someone who can write the file changes one letter of one entry.
  private static func checkTampering(_ program: Program) throws {
    let script = """
      import sqlite3, sys
      store = sqlite3.connect(sys.argv[1])
      store.execute("DROP TRIGGER audit_refuses_update")
      store.execute("UPDATE audit SET actor = substr(actor, 1, length(actor) - 1) || '?' WHERE sequence_number = 40")
      store.commit()
      """
    #expect(try Python.run(script, "d/elsec.db", in: program).status == 0)
    let verified = try program.run("audit", "verify", "--store", "d/elsec.db", "--as", "Mo Manager")
    #expect(verified.status == 1)
    #expect(verified.output == "entry 40 was edited\n")
    let json = try program.run("audit", "verify", "--json", "--store", "d/elsec.db", "--as", "Mo Manager")
    #expect(json.status == 1)
    #expect(json.record["firstBreak"] as? String == "entry 40 was edited")
    let checked = try program.run("store", "check", "--store", "d/elsec.db")
    #expect(checked.status == 1)
    #expect(checked.output.contains("entry 40 was edited"))
  }
}
