// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Scheduling
import Testing
import Vocabulary

/// The project's referee against the one that comes with the exchange format, an independent program.
@Suite(.enabled(if: SharedRota.hasReferee)) struct RefereeAgreementTests {
  /// What one referee says of one answer, breaches sorted.
  struct Opinion: Codable, Equatable {
    var broken: [String]
    var cost: [String: Int]
    var facts: [String: Int]
  }

  static let script = """
    import importlib.util, json, sys
    spec = importlib.util.spec_from_file_location("check", sys.argv[1])
    check = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(check)
    problem = json.load(open(sys.argv[2], encoding="utf-8"))
    keys = ["code", "visit", "staff", "day", "place", "series", "other", "minutes", "at"]
    for line in open(sys.argv[3], encoding="utf-8"):
        broken, cost, facts = check.check(problem, json.loads(line))
        words = sorted(" ".join(f"{k}={b[k]}" for k in keys if k in b) for b in broken)
        print(json.dumps({"broken": words, "cost": cost, "facts": facts}))
    """

  static func opinionsOfScript(_ problem: RotaProblem, _ answers: [RotaAnswer]) throws -> [Opinion] {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("elsec-referee-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (problemFile, answersFile) = (folder.appendingPathComponent("p"), folder.appendingPathComponent("a"))
    let outFile = folder.appendingPathComponent("o")
    try Data(RotaProblemFile.encode(problem)).write(to: problemFile)
    try Data(answers.flatMap { try RotaAnswerFile.encode($0) }).write(to: answersFile)
    try Data().write(to: outFile)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(SharedRota.python))
    process.arguments = ["-c", Self.script, SharedRota.referee.path, problemFile.path, answersFile.path]
    process.standardOutput = try FileHandle(forWritingTo: outFile)
    try process.run()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0)
    let lines = try String(contentsOf: outFile, encoding: .utf8).split(separator: "\n")
    return try lines.map { try JSONDecoder().decode(Opinion.self, from: Data($0.utf8)) }
  }

  static func ownOpinion(_ problem: RotaProblem, _ answer: RotaAnswer) -> Opinion {
    let verdict = RotaReferee.check(answer, of: problem)
    let broken = verdict.breaches.map { breach in
      let fields: [(String, String?)] = [
        ("code", breach.code.rawValue), ("visit", breach.visit?.rawValue),
        ("staff", breach.staff?.rawValue), ("day", breach.day.map(String.init)),
        ("place", breach.place?.rawValue), ("series", breach.series?.rawValue),
        ("other", breach.other?.rawValue), ("minutes", breach.minutes.map(String.init)),
        ("at", breach.gap.map(String.init)),
      ]
      return fields.compactMap { name, value in value.map { "\(name)=\($0)" } }.joined(separator: " ")
    }
    var cost = Dictionary(uniqueKeysWithValues: verdict.cost.byTerm.map { ($0.term.rawValue, $0.points) })
    cost["total"] = verdict.cost.total
    let facts = [
      "placed": verdict.facts.placed, "of": verdict.facts.of, "travel_minutes": verdict.facts.travelMinutes,
      "shifts_used": verdict.facts.shiftsUsed,
    ]
    return Opinion(broken: broken.sorted(), cost: cost, facts: facts)
  }

  /// The same problem with every weight in use and the rota as published, one visit and one person gone.
  static func published(_ problem: RotaProblem, _ answer: RotaAnswer) throws -> RotaProblem {
    var weights = problem.weights
    weights.shift = 7
    weights.balance = 3
    weights.preferStaff = 11
    weights.preferWindow = 13
    weights.seriesStaff = 17
    weights.changedStaff = 40
    weights.changedDay = 41
    weights.changedStart = 10
    let gone = RotaAnswer.Assignment(visit: "gone", staff: ["left"], day: 99, start: 600)
    return try RotaProblem(
      name: problem.name,
      horizon: problem.horizon,
      places: problem.places,
      travel: problem.travel,
      staff: problem.staff,
      visits: problem.visits,
      series: problem.series,
      published: answer.assignments + [gone],
      weights: weights
    )
  }

  @Test(arguments: [
    ("core-s", false), ("full-s", false), ("full-s", true), ("full-m", false), ("full-m", true),
  ])
  func bothFindTheSameBreachesAndTheSameCosts(_ name: String, _ isPublished: Bool) throws {
    let original = try SharedRota.problem(name)
    let base = try GreedyRota.answer(to: original)
    let problem = isPublished ? try Self.published(original, base) : original
    let answers = [base] + (1...150).map { Mutation.of(base, of: problem, seed: UInt64($0)) }
    let theirs = try Self.opinionsOfScript(problem, answers)
    #expect(theirs.count == answers.count)
    #expect(theirs.first?.broken == [])
    for (answer, opinion) in zip(answers, theirs) { #expect(Self.ownOpinion(problem, answer) == opinion) }
    // The mutations are worth something only if most of them break a rule, and many different ones.
    #expect(theirs.count { !$0.broken.isEmpty } > 100)
    let codes = Set(theirs.flatMap { $0.broken.compactMap { $0.split(separator: " ").first } })
    #expect(codes.count >= (name == "core-s" ? 11 : 15))
  }
}
