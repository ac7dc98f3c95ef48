// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// Replay, scoring anew, second ratings and vendors' files through the command line.
@Suite struct KeptResultsTests {
  private static let items = "U1,U2,U3,U4,U5,U6,U7,U8,E1,E2,E3,E4,E5,E6"
  private static let amber = ",,C,C,I,C,I,I,ALW,SOM,NOB,SOM,NEV,SOM"
  private static let green = ",C,C,I,C,C,I,I,ALW,ALW,ALW,SOM,SOM,SOM"

  private func screened(_ program: Program, _ rows: [String]) throws {
    try program.makeArea(children: 3)
    try program.write(
      "child_ref,test_date,examiner,answer_language,\(Self.items)\n" + rows.joined(separator: "\n") + "\n",
      to: "answers.csv")
    try program.must("screen", "import", "answers.csv", "--screener", Program.openDemo, "--apply")
  }

  /// A content folder of the test's own.
  private func content(_ program: Program) throws -> [String: String] {
    for name in ["Screeners", "Schedules"] {
      try FileManager.default.createDirectory(
        at: program.folder.appending(path: "content"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(
        at: Program.root.appending(path: name), to: program.folder.appending(path: "content/\(name)"))
    }
    return ["ELSEC_CONTENT": program.path(of: "content")]
  }

  @Test func aResultIsReplayedAndScoredAnewThoughTheFolderHasMovedOn() async throws {
    try await Program.with { program in
      try self.screened(program, ["c0,2026-11-30,Ada,,\(Self.amber)", "c1,2026-11-30,Ada,,\(Self.green)"])
      let all = try program.must("screen", "replay", "--all")
      #expect(all.output == "2 results: 2 equal, 0 different, 0 can't be worked out, 0 not screened\n")
      let environment = try self.content(program)
      let folder = "content/Screeners/elsec-open-demo"
      try FileManager.default.removeItem(atPath: program.path(of: "\(folder)/cases.csv"))
      let moved = try program.read("\(folder)/screener.yaml")
        .replacing("version: 1.2.0", with: "version: 1.3.0").replacing("below: 82}", with: "below: 88}")
        .replacing("from: 82, below: 90}", with: "from: 88, below: 90}")
      try program.write(moved, to: "\(folder)/screener.yaml")
      let replayed = try program.run(["screen", "replay", "--setting", "990001", "--json"], environment: environment)
      #expect(replayed.status == 0 && replayed.record["equal"] as? Int == 2)
      let rescore = [
        "screen", "rescore", "--screener", "elsec.open-demo@1.2.0", "--to", "1.3.0", "--reason", "new cut",
      ]
      let dry = try program.run(rescore, environment: environment)
      #expect(dry.output.contains("2 results would be superseded; nothing was changed"))
      #expect(dry.line(2) == "targeted     targeted           1")
      #expect(try program.run(rescore + ["--apply"], environment: environment).status == 0)
      let list = try program.run(["screen", "list", "--json"], environment: environment)
      #expect(list.rows.map { $0["band"] as? String } == ["red", "green"])
      let after = try program.run(["screen", "replay", "--all", "--json"], environment: environment)
      #expect(after.record["screenings"] as? Int == 4 && after.record["equal"] as? Int == 4)
      // With the first content folder the new version comes from the store.
      let elsewhere = try program.must("screen", "replay", "--all", "--json")
      #expect(elsewhere.record["equal"] as? Int == 4)
      let id = list.rows.first?["screening"] as? String ?? ""
      let one = try program.must("screen", "replay", id)
      #expect(one.line(0) == "\(id)  equal, elsec.open-demo@1.3.0, by the definition kept with the records")
      #expect(try program.run("screen", "replay").status == 64)
      #expect(try program.run("screen", "replay", "nobody").status == 1)
      try program.must("store", "check")
    }
  }

  @Test func aResultThatWasTamperedWithIsDifferentAndEndsWith1() async throws {
    try await Program.with { program in
      try self.screened(program, ["c0,2026-11-30,Ada,,\(Self.amber)"])
      let python = try program.run(
        program: "/usr/bin/env",
        [
          "python3", "-c",
          "import sqlite3; c = sqlite3.connect('elsec.db'); c.execute('DROP TRIGGER screening_refuses_update'); "
            + "c.execute(\"UPDATE screening SET band = 'green'\"); c.commit()",
        ])
      try #require(python.status == 0, "\(python.errors)")
      let replayed = try program.run("screen", "replay", "--all")
      #expect(replayed.status == 1)
      #expect(replayed.output.contains("  band: stored 'green', now 'amber'\n"))
      #expect(replayed.output.contains("1 results: 0 equal, 1 different"))
    }
  }

  @Test func aNotNormedChildIsShownByWhatTheyDidAndCountedApart() async throws {
    try await Program.with { program in
      try self.screened(
        program, ["c0,2026-10-05,Ada,POL,\(Self.amber)", "c1,2026-11-30,Ada,,\(Self.green)"])
      try program.write(
        "child_ref,test_date,answer_language,\(Self.items)\nc0,2026-11-30,POL,\(Self.green)\n", to: "next.csv")
      let kept = try program.must("screen", "import", "next.csv", "--screener", Program.openDemo, "--apply")
      #expect(kept.output.contains("  not normed (of these; a therapist reviews): 1\n"))
      let list = try program.must("screen", "list")
      #expect(
        list.lines.last == "3 screenings: 1 with a band, 2 not normed, 0 without a band, 0 not screened")
      let rows = try program.must("screen", "list", "--since", "2026-11-01", "--json").rows
      let id = rows.first { $0["child"] as? String == "c0" }?["screening"] as? String ?? ""
      let shown = try program.must("screen", "show", id)
      for line in [
        "flag not-normed:answer-language", "not normed: no norm is applied, the tier is for a therapist to review",
        "home languages ENG; hears English not known", "    U2  follows one step  (answered in POL)",
        "  raw.all  then 11, now 14, +3",
      ] {
        #expect(shown.lines.contains(line), "\(line)\n\(shown.output)")
      }
      let json = try program.must("screen", "show", id, "--json").record
      let notNormed = json["notNormed"] as? [String: Any] ?? [:]
      #expect((notNormed["rawScores"] as? [String: Double])?["raw.all"] == 14)
      #expect((json["answerLanguages"] as? [String: String])?["E1"] == "POL")
      #expect(json["isReproduced"] as? Bool == true)
    }
  }

  @Test func secondRatingsAreByAnotherPersonAndMoveNothing() async throws {
    try await Program.with { program in
      try self.screened(program, ["c0,2026-11-30,Ada,,\(Self.amber)"])
      let before = try program.must("screen", "list", "--json").output
      let command = ["screen", "import", "second.csv", "--screener", Program.openDemo, "--second-rating", "--apply"]
      func rate(_ name: String) throws -> Program.Outcome {
        try program.write(
          "child_ref,test_date,examiner,\(Self.items)\nc0,2026-11-30,\(name),\(Self.green)\n", to: "second.csv")
        return try program.run(command)
      }
      let same = try rate("Ada")
      #expect(same.status == 65 && same.errors.contains("the second rater is the one who screened"))
      #expect(try rate("Bo").output == "second ratings: 1 added, 0 changed, 0 unchanged\n")
      #expect(try rate("Bo").output == "second ratings: 0 added, 0 changed, 1 unchanged\n")
      #expect(try program.must("screen", "list", "--json").output == before)
    }
  }

  @Test func aVendorsFileIsMappedLookedOverAndImported() async throws {
    try await Program.with { program in
      try program.makeArea()
      try program.write(
        "child_ref,setting,given_name,family_name,birth_date,home_language,upn\n"
          + "c0,990001,Ann,Made-Up,2022-09-15,ENG,V330123424001\nc1,990001,Bo,Made-Up,2022-09-15,ENG,\n",
        to: "children.csv")
      try program.must("children", "import", "children.csv", "--apply")
      try program.write(
        "Surname,Pupil UPN,Assessment date,\(Self.items)\nMade-Up,V330123424001,30/11/2026,\(Self.amber)\n"
          + "Made-Up,c1,30/11/2026,\(Self.green)\n", to: "vendor.csv")
      try program.must("screen", "mapping", "vendor.csv", "--screener", Program.openDemo, "--out", "map.yaml")
      let unseen = try program.run("screen", "import", "vendor.csv", "--mapping", "map.yaml")
      #expect(unseen.status == 65 && unseen.errors.contains("column 1 is neither mapped nor ignored (vendor.csv:1:1)"))
      let done = try program.read("map.yaml").replacing("\nignore: []", with: "\nignore: [\"Surname\"]")
      try program.write(done + "constants: {edition: \"2026.1\"}\n", to: "map.yaml")
      let dry = try program.must("screen", "import", "vendor.csv", "--mapping", "map.yaml")
      #expect(dry.output.contains("screenings: would be 2 added"))
      #expect(try program.must("screen", "list", "--json").output == "[]\n")
      try program.must("screen", "import", "vendor.csv", "--mapping", "map.yaml", "--apply")
      let rows = try program.must("screen", "list", "--json").rows
      #expect(rows.map { "\($0["child"] ?? "") \($0["band"] ?? "")" } == ["c0 amber", "c1 green"])
      let shown = try program.must("screen", "show", rows.first?["screening"] as? String ?? "", "--json").record
      #expect(shown["edition"] as? String == "2026.1")
      try program.write(
        try program.read("vendor.csv").replacing("30/11/2026,,,C,C,I", with: "2026-11-30,,,C,X,I"), to: "bad.csv")
      let bad = try program.run("screen", "import", "bad.csv", "--mapping", "map.yaml")
      #expect(bad.status == 65 && bad.errors.contains("(bad.csv:2:Assessment date)"))
      #expect(!bad.errors.contains("V330123424001"))
    }
  }
}
