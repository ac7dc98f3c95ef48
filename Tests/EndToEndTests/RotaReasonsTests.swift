// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

/// `elsec rota explain`, `rota advise` and the score of `rota check` on files.
@Suite struct RotaReasonsTests {
  static let problem = RotaFilesTests.problems.appending(path: "three-days.json").path
  static let answer = RotaFilesTests.problems.appending(path: "three-days.answer.json").path

  /// The kept answer with `v9` left out.
  private static func write(to program: Program) throws {
    let text = try String(contentsOf: URL(filePath: self.answer), encoding: .utf8)
    let held = #"""
      ,
          {"visit": "v9", "staff": ["p1"], "day": 0, "start": "09:15"}
      """#
    try #require(text.contains(held))
    let without = text.replacing(held, with: "")
      .replacing(#""unassigned": []"#, with: #""unassigned": [{"visit": "v9", "reason": "taken out"}]"#)
      .replacing(#""cost": 145"#, with: #""cost": null"#)
    try program.write(without, to: "without.json")
  }

  @Test func aPlacedVisitIsExplainedWithItsCostAndTheNextBestPlace() async throws {
    try await Program.with { program in
      let files = ["--problem", Self.problem, "--answer", Self.answer]
      let told = try program.run(["rota", "explain", "v9"] + files)
      #expect(told.status == 0, "\(told.errors)")
      let lines = told.output.split(separator: "\n")
      #expect(lines[0].hasPrefix("v9 ("))
      #expect(told.output.contains("\nLeaving it out would "))
      let done = try program.run(["rota", "explain", "v9", "--json"] + files)
      #expect(done.record["placed"] as? Bool == true)
      let here = try #require(done.record["here"] as? [String: Any])
      let place = try #require(here["place"] as? [String: Any])
      #expect(place["start"] as? String == "09:15" && place["staff"] as? [String] == ["p1"])
      let byTerm = try #require(here["costByTerm"] as? [String: Int])
      #expect(byTerm.values.reduce(0, +) == here["cost"] as? Int)
      #expect(done.record["changes"] == nil)
    }
  }

  @Test func aVisitThatIsLeftOutHasEveryPersonDayAndSaysThatNothingNeedsToChange() async throws {
    try await Program.with { program in
      try Self.write(to: program)
      let files = ["--problem", Self.problem, "--answer", "without.json"]
      let done = try program.run(["rota", "explain", "v9", "--json"] + files)
      #expect(done.status == 0, "\(done.errors)")
      #expect(done.record["placed"] as? Bool == false)
      let candidates = try #require(done.record["candidates"] as? [[String: Any]])
      #expect(candidates.allSatisfy { ($0["rule"] == nil) == ($0["cost"] != nil) })
      let changes = try #require(done.record["changes"] as? [String: Any])
      #expect(changes["outcome"] as? String == "none-needed")
      let told = try program.run(["rota", "explain", "v9"] + files)
      #expect(told.output.contains("\nNothing needs to change to let it in: "))
      let quick = try program.run(["rota", "explain", "v9", "--changes", "0"] + files)
      #expect(quick.status == 0 && !quick.output.contains("Nothing needs to change"))
    }
  }

  @Test func adviceOnTwoFilesIsTheSameEveryTime() async throws {
    try await Program.with { program in
      try Self.write(to: program)
      let files = ["--problem", Self.problem, "--answer", "without.json", "--iterations", "20"]
      let first = try program.run(["rota", "advise", "--json"] + files)
      #expect(first.status == 0, "\(first.errors)")
      #expect(first.record["leftOut"] as? [String] == ["v9"])
      #expect(try program.run(["rota", "advise", "--json"] + files).output == first.output)
      let told = try program.run(["rota", "advise"] + files)
      #expect(told.output.hasPrefix("The rota leaves out 1 visit (weight "))
    }
  }

  @Test(arguments: ["three-days", "every-rule"])
  func theScoreByPersonAddsUpToTheRefereesTotal(_ name: String) async throws {
    try await Program.with { program in
      let problem = RotaFilesTests.problems.appending(path: "\(name).json").path
      let answer = RotaFilesTests.problems.appending(path: "\(name).answer.json").path
      let done = try program.run("rota", "check", problem, answer, "--by-person", "--json")
      #expect(done.status == 0)
      let score = try #require(done.record["score"] as? [String: Any])
      let people = try #require(score["by_person"] as? [[String: Any]])
      let team = try #require(score["team"] as? [String: Int])
      let costs = people.compactMap { $0["cost"] as? [String: Int] } + [team]
      let total = try #require((done.record["cost"] as? [String: Int])?["total"])
      #expect(costs.reduce(0) { $0 + ($1["total"] ?? 0) } == total)
      let table = try program.run("rota", "check", problem, answer, "--by-person")
      #expect(table.output.contains("\nthe team as a whole "))
      let plain = try program.run("rota", "check", problem, answer, "--json")
      #expect(plain.record["score"] == nil)
    }
  }

  @Test(
    arguments: [
      (["rota", "explain", "ghost", "--problem", problem, "--answer", answer], 1, "there is no visit 'ghost'"),
      (["rota", "explain", "v1", "--problem", problem], 64, "--problem and --answer go together"),
      (["rota", "explain", "v1"], 64, "say either --week, or --problem and --answer"),
      (["rota", "advise", "--week", "2026-W49", "--problem", problem, "--answer", answer], 64, "say either --week"),
      (["rota", "advise", "--problem", problem, "--answer", problem], 65, "elsec-rota-answer/1"),
      (["rota", "advise", "--problem", problem, "--answer", answer, "--tries", "0"], 64, "--tries takes 1 to 100"),
    ] as [([String], Int32, String)])
  func whatCannotBeAnsweredIsToldWithItsStatus(_ arguments: [String], _ status: Int32, _ part: String) async throws {
    try await Program.with { program in
      let done = try program.run(arguments)
      #expect(done.status == status, "\(done.errors)")
      #expect(done.errors.contains(part), "\(done.errors)")
    }
  }
}
