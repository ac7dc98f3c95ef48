// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

@Suite struct SmallestChangesTests {
  static let options = {
    var options = SmallestChanges.Options()
    options.iterations = 60
    return options
  }()

  static func search(
    _ id: String,
    _ problem: RotaProblem,
    _ answer: RotaAnswer
  ) async throws -> (found: ChangesFound, words: [String]) {
    let found = try await SmallestChanges.search(for: VisitID(id), in: answer, of: problem, options: Self.options)
    return (found, found.changes.compactMap { $0.change?.words(in: problem) })
  }

  @Test func aFullShiftNeedsTheMinutesThatAreMissing() async throws {
    // 10 of travel and 4 visits are 130 minutes; the shift has 120, the windows end with it.
    let wide = RotaProblem.Window(day: 0, start: 540, end: 720)
    let problem = try AdviceWeek.problem(
      (1...4).map { AdviceWeek.visit("v\($0)", windows: [wide]) }, rooms: 1)
    let answer = AdviceWeek.answer(problem, [("v1", 550), ("v2", 580), ("v3", 610)])
    let (found, words) = try await Self.search("v4", problem, answer)
    #expect(
      words == [
        "10 more minutes of Person p1 on Mon 30 Nov, until 11:10"
      ])
    let first = try #require(found.changes.first)
    #expect(first.costBefore == 110 && first.costAfter == 10)
    #expect(first.assignment.start == 640 && first.moved == [])
  }

  /// One long gap is not there, but 20 minutes are free twice: other visits move together.
  @Test func aSmallerAmountIsFoundByMovingOthers() async throws {
    let wide = RotaProblem.Window(day: 0, start: 540, end: 720)
    let problem = try AdviceWeek.problem((1...4).map { AdviceWeek.visit("v\($0)", windows: [wide]) })
    // Free: 09:10 to 09:20, then 09:50 to 10:00 and 10:30 to 10:30.
    let answer = AdviceWeek.answer(problem, [("v1", 555), ("v2", 595), ("v3", 630)])
    let (found, words) = try await Self.search("v4", problem, answer)
    #expect(words == ["10 more minutes of Person p1 on Mon 30 Nov, until 11:10"])
    #expect(try #require(found.changes.first).moved.isEmpty == false)
  }

  @Test func whereAVisitFitsNothingNeedsToChange() async throws {
    let problem = try AdviceWeek.problem((1...3).map { AdviceWeek.visit("v\($0)") })
    let (direct, _) = try await Self.search("v3", problem, AdviceWeek.answer(problem, [("v1", 550), ("v2", 580)]))
    #expect(direct.changes.isEmpty)
    guard case .unneeded(let found) = direct.outcome else { return #expect(Bool(false), "it fits") }
    #expect(found.change == nil && found.moved == [])
    // Gaps of 15 and 20 minutes: it fits once another visit moves.
    let spread = AdviceWeek.answer(problem, [("v1", 565), ("v2", 610)])
    let (moving, _) = try await Self.search("v3", problem, spread)
    guard case .unneeded(let moved) = moving.outcome else { return #expect(Bool(false), "it fits") }
    #expect(!moved.moved.isEmpty)
    #expect(RotaReferee.check(moved.answer, of: problem).isFeasible)
  }

  @Test func aRuleInTheWayIsNamedWithWhatItsChangeBrings() async throws {
    let visits = [AdviceWeek.visit("v1", series: "g"), AdviceWeek.visit("v2", series: "g")]
    let series = [RotaProblem.Series(id: SeriesID("g"), gapDays: 1)]
    let problem = try AdviceWeek.problem(visits, series: series)
    let (found, words) = try await Self.search("v2", problem, AdviceWeek.answer(problem, [("v1", 550)]))
    #expect(words == ["the gap of series g dropped, two visits on one day allowed"])
    #expect(found.sentences(in: problem).count == 2)
  }

  @Test func twoRulesInTheWayAreNotClaimedToBeOne() async throws {
    // The skill is missing, and the day's limit as well.
    let problem = try AdviceWeek.problem(
      [AdviceWeek.visit("v1", skill: "lead")], staff: [AdviceWeek.person("p1", contact: 20)])
    let (found, words) = try await Self.search("v1", problem, AdviceWeek.answer(problem, []))
    #expect(words == [] && found.tried == 1 && found.proposed == 1)
    #expect(
      found.sentences(in: problem) == [
        "No single change was found that lets it in; 1 was tried by solving the week again."
      ])
  }

  @Test func aRotaThatBreaksARuleIsNotSearched() async throws {
    let problem = try AdviceWeek.problem([AdviceWeek.visit("v1"), AdviceWeek.visit("v2")])
    let (found, _) = try await Self.search("v2", problem, AdviceWeek.answer(problem, [("v1", 541)]))
    guard case .unsound = found.outcome else { return #expect(Bool(false), "09:01 is off the grid") }
  }

  @Test func aSolverThatLosesAVisitProvesNothing() async throws {
    let wide = RotaProblem.Window(day: 0, start: 540, end: 720)
    let problem = try AdviceWeek.problem((1...4).map { AdviceWeek.visit("v\($0)", windows: [wide]) })
    let answer = AdviceWeek.answer(problem, [("v1", 555), ("v2", 595), ("v3", 630)])
    let found = try await SmallestChanges.search(for: VisitID("v4"), in: answer, of: problem, options: Self.options) {
      problem, _ in AdviceWeek.answer(problem, [("v1", 550), ("v2", 580), ("v4", 610)])
    }
    // What fits directly is a proof by itself, whatever the solver says.
    #expect(found.changes.allSatisfy { $0.moved.isEmpty && $0.answer.assignments.count == 4 })
  }

  /// Whatever is claimed holds: judged by the referee from the changed problem alone.
  @Test(arguments: UInt64(1)...24)
  func everyClaimedChangeLetsTheVisitIn(seed: UInt64) async throws {
    let problem = try RandomProblem.make(seed: seed, visits: 6...14)
    let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 40, seed: 1))
    let before = RotaReferee.check(answer, of: problem)
    #expect(before.isFeasible)
    let placed = Set(answer.assignments.map(\.visit))
    for left in answer.unassigned.prefix(2) {
      let found = try await SmallestChanges.search(
        for: left.visit, in: answer, of: problem, options: Self.options)
      if case .unneeded(let verified) = found.outcome {
        try Self.check(verified, left.visit, in: problem, placed, cost: before.cost.total)
        continue
      }
      for verified in found.changes {
        let changed = try #require(verified.change).applied(to: problem)
        try Self.check(verified, left.visit, in: changed, placed, cost: before.cost.total)
        #expect(
          !RotaReferee.check(verified.answer, of: problem).isFeasible
            || RotaReferee.check(verified.answer, of: problem).cost.total > before.cost.total,
          "the change is needed for the rota that proves it")
      }
      for (smaller, larger) in zip(found.changes, found.changes.dropFirst()) {
        let (first, second) = (try #require(smaller.change), try #require(larger.change))
        #expect(!second.isSmaller(than: first))
      }
      let again = try await SmallestChanges.search(for: left.visit, in: answer, of: problem, options: Self.options)
      #expect(again.sentences(in: problem) == found.sentences(in: problem))
    }
  }

  private static func check(
    _ found: VerifiedChange,
    _ visit: VisitID,
    in problem: RotaProblem,
    _ placed: Set<VisitID>,
    cost: Int
  ) throws {
    let verdict = RotaReferee.check(found.answer, of: problem)
    #expect(verdict.breaches == [])
    #expect(verdict.cost.total == found.costAfter && found.costAfter <= cost && found.costBefore == cost)
    let now = Set(found.answer.assignments.map(\.visit))
    #expect(now.contains(visit) && now.isSuperset(of: placed))
    #expect(Set(found.alsoPlaced) == now.subtracting(placed).subtracting([visit]))
  }
}
