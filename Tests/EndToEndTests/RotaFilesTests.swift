// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Vocabulary

/// `elsec rota solve` and `elsec rota check` on files, with the independent referee as the judge where it is at hand.
@Suite struct RotaFilesTests {
  static let problems = Program.root.appending(path: "Schedules/problems")
  static let referee = Program.shared.appending(path: "rota/check.py")
  static let hasReferee = Python.isThere && FileManager.default.fileExists(atPath: referee.path)

  /// Problems of the project, and the larger ones where they are at hand; each by its path.
  static let all: [String] = {
    let own = ["every-rule", "three-days"].map { problems.appending(path: "\($0).json").path }
    let larger = ["core-s", "full-s"].map { Program.shared.appending(path: "rota/problems/\($0).json").path }
    return own + larger.filter { FileManager.default.fileExists(atPath: $0) }
  }()

  @Test(arguments: ["every-rule", "three-days"])
  func theKeptAnswersBreakNoRuleAndClaimTheTruth(_ name: String) async throws {
    try await Program.with { program in
      let problem = Self.problems.appending(path: "\(name).json").path
      let answer = Self.problems.appending(path: "\(name).answer.json").path
      let done = try program.run("rota", "check", problem, answer, "--json")
      #expect(done.status == 0)
      #expect(done.record["feasible"] as? Bool == true)
      #expect(done.record["claim_true"] as? Bool == true)
      let table = try program.run("rota", "check", problem, answer)
      #expect(table.output.hasPrefix("No hard rule is broken.\n"))
    }
  }

  @Test(arguments: all)
  func theSameSeedAndIterationsGiveTheSameBytesAndARotaThatKeepsEveryRule(_ problem: String) async throws {
    try await Program.with { program in
      for name in ["one.json", "two.json"] {
        let done = try program.run("rota", "solve", problem, "--iterations", "100", "--seed", "7", "--out", name)
        #expect(done.status == 0, "\(done.errors)")
        #expect(done.output == "")
        #expect(done.errors.hasPrefix("cost "), "\(done.errors)")
      }
      #expect(try program.read("one.json") == program.read("two.json"))
      let shown = try program.run("rota", "solve", problem, "--iterations", "100", "--seed", "7")
      #expect(try shown.output == program.read("one.json"))

      let verdict = try program.run("rota", "check", problem, "one.json", "--json")
      #expect(verdict.status == 0)
      #expect(verdict.record["feasible"] as? Bool == true)
      #expect(verdict.record["claim_true"] as? Bool == true)
      if Self.hasReferee {
        let judged = try program.run(program: "python3", [Self.referee.path, problem, "one.json"])
        #expect(judged.status == 0)
        #expect(judged.record["claim_true"] as? Bool == true)
        #expect((judged.record["cost"] as? [String: Int]) == (verdict.record["cost"] as? [String: Int]))
        #expect(judged.record["travel_minutes"] as? Int == verdict.record["travel_minutes"] as? Int)
      }
    }
  }

  @Test func aBrokenRuleIsNamedAndEndsWithStatus1() async throws {
    try await Program.with { program in
      let problem = Self.problems.appending(path: "three-days.json").path
      let answer = try String(contentsOf: Self.problems.appending(path: "three-days.answer.json"), encoding: .utf8)
      for (old, new, code) in [
        (#""v9", "staff": ["p1"]"#, #""v9", "staff": ["p1", "p1"]"#, "slots"),
        (#""v8", "staff": ["p1"]"#, #""v8", "staff": ["p2"]"#, "skill"),
        ("\"start\": \"11:05\"", "\"start\": \"11:04\"", "step"),
        (#""day": 0, "start": "11:05""#, #""day": 0, "start": "11:20""#, "window"),
        (#"{"visit": "v1""#, #"{"visit": "v77""#, "unknown-id"),
        (#"{"visit": "v1""#, #"{"visit": "v2""#, "left-out-untold"),
        (#""start": "12:50""#, #""start": "12:00""#, "window"), (#""start": "10:30""#, #""start": "10:50""#, "overlap"),
      ] {
        try #require(answer.contains(old))
        try program.write(answer.replacing(old, with: new, maxReplacements: 1), to: "answer.json")
        let done = try program.run("rota", "check", problem, "answer.json")
        #expect(done.status == 1)
        #expect(done.output.contains("\n  \(code): "), "\(code) is not in\n\(done.output)")
      }
    }
  }

  /// A broken problem file, and what is said of it.
  @Test(arguments: [
    ("{", "(broken.json: 1:2)"), ("[]", "(broken.json"),
    (#"{"format": "elsec-rota/2"}"#, "elsec-rota/1"),
    (
      #"{"format": "elsec-rota/1", "horizon": {"start": "2026-11-30", "days": "five"}}"#,
      "horizon.days is not a whole number (broken.json: horizon.days)"
    ),
    (
      #"{"format": "elsec-rota/1", "horizon": {"start": "2026-11-30", "days": 1}, "places": [{"id": "b"}], "travel": {"minutes": [[0]]}, "staff": [], "visits": [{"id": "v", "place": "nowhere", "minutes": 10, "windows": []}]}"#,
      "(broken.json: visits[0].place)"
    ),
  ])
  func aBrokenProblemFileIsRefusedWithThePathOfTheMistake(_ text: String, _ part: String) async throws {
    try await Program.with { program in
      try program.write(text, to: "broken.json")
      for arguments in [
        ["rota", "solve", "broken.json", "--iterations", "1", "--out", "answer.json"],
        ["rota", "check", "broken.json", "broken.json"],
      ] {
        let done = try program.run(arguments)
        #expect(done.status == 65)
        #expect(done.errors.hasPrefix("elsec: "))
        #expect(done.errors.contains(part), "\(done.errors)")
        #expect(!program.has("answer.json"))
      }
    }
  }

  @Test func aFileThatIsNotThereAndAnOutPathThatCantBeWrittenAreTold() async throws {
    try await Program.with { program in
      let missing = try program.run("rota", "solve", "nowhere.json")
      #expect(missing.status == 65)
      #expect(
        missing.errors
          == "elsec: the file can't be read: No such file or directory (nowhere.json)\n  maybe: check the path\n")
      let unwritable = try program.run(
        "rota", "solve", Self.problems.appending(path: "three-days.json").path, "--iterations", "1", "--out",
        "nowhere/answer.json")
      #expect(unwritable.status == 73)
    }
  }

  @Test(.enabled(if: hasReferee), arguments: all)
  func theOwnRefereeAndTheIndependentOneAgreeOnFiftyBrokenRotas(_ problem: String) async throws {
    try await Program.with { program in
      try program.must("rota", "solve", problem, "--iterations", "100", "--out", "answer.json")
      var mutations = RotaMutations(
        problem: try Data(contentsOf: URL(filePath: problem)), answer: Data(try program.read("answer.json").utf8),
        seed: 11)
      let count = 50
      for number in 0..<count {
        try mutations.next().write(to: program.folder.appending(path: "m\(number).json"))
      }
      let judged = try Python.run(
        Self.judge, Self.referee.deletingLastPathComponent().path, problem, "\(count)", in: program)
      try #require(judged.status == 0, "\(judged.errors)")
      try #require(judged.rows.count == count)
      var broken = 0
      for (number, theirs) in judged.rows.enumerated() {
        let done = try program.run("rota", "check", problem, "m\(number).json", "--json")
        let codes = (done.record["broken"] as? [[String: Any]] ?? []).compactMap { $0["code"] as? String }
        let feasible = try #require(theirs["feasible"] as? Bool)
        let what = "\(mutations.told[number]): \(codes), \(theirs)"
        #expect(done.record["feasible"] as? Bool == feasible, "\(what)")
        #expect(done.status == (feasible ? 0 : 1), "\(what)")
        #expect(codes.sorted() == theirs["codes"] as? [String], "\(what)")
        #expect(done.record["cost"] as? [String: Int] == theirs["cost"] as? [String: Int], "\(what)")
        broken += feasible ? 0 : 1
      }
      #expect(broken > count / 2, "mutations that break nothing test nothing")
    }
  }

  /// The independent referee's verdicts on `m0.json`, `m1.json`, …, from one start of Python.
  static let judge = """
    import json, sys
    sys.path.insert(0, sys.argv[1])
    sys.dont_write_bytecode = True
    import check
    problem = json.load(open(sys.argv[2], encoding="utf-8"))
    verdicts = []
    for number in range(int(sys.argv[3])):
        broken, cost, facts = check.check(problem, json.load(open(f"m{number}.json", encoding="utf-8")))
        verdicts.append({"feasible": not broken, "cost": cost, "codes": sorted(b["code"] for b in broken)})
    print(json.dumps(verdicts))
    """
}
