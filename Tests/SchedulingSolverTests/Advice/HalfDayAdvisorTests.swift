// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing
import Vocabulary

@Suite struct HalfDayAdvisorTests {
  static let options = {
    var options = HalfDayAdvisor.Options()
    options.iterations = 60
    return options
  }()

  /// Three visits fill p1's shift; two more of the same kind, and one that nobody can do, are left out.
  static func week() throws -> (problem: RotaProblem, answer: RotaAnswer) {
    let visits =
      (1...5).map { AdviceWeek.visit("v\($0)") } + [AdviceWeek.visit("v6", skill: "lead", weight: 50)]
    let problem = try AdviceWeek.problem(visits)
    return (problem, AdviceWeek.answer(problem, [("v1", 550), ("v2", 580), ("v3", 610)]))
  }

  @Test func theVisitsThatHalfADayServesAreCountedBySolving() async throws {
    let (problem, answer) = try Self.week()
    let advice = try await HalfDayAdvisor.advise(on: answer, of: problem, options: Self.options)
    #expect(advice.leftOut.map(\.rawValue) == ["v4", "v5", "v6"])
    #expect(advice.leftOutWeight == 250 && advice.cost == 260 && advice.savedWithout == 0)
    #expect(
      advice.results.map(\.profile.words) == [
        "a practitioner (group, lead)", "a practitioner (group)",
      ])
    let usual = advice.results[1]
    #expect(usual.served.map(\.rawValue) == ["v4", "v5"] && usual.weight == 200)
    #expect(usual.half == .morning)
    // 200 points of weight for 20 of travel from the base and back.
    #expect(usual.costWithout == 260 && usual.costWith == 80)
    #expect(advice.results[0].served.count == 3 && advice.results[0].costWith == 30)
    #expect(advice.idle == [])
    #expect(
      advice.sentences(in: problem).last
        == "2. a practitioner (group) on Mon 30 Nov, 08:30 to 12:30: 2 more visits (weight 200), "
        + "the rota costs 80 instead of 260.")
  }

  @Test func theResultIsWhatTheRefereeFindsInTheChangedProblem() async throws {
    for seed in UInt64(40)..<52 {
      let problem = try RandomProblem.make(seed: seed, visits: 6...14)
      let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 40, seed: 1))
      let advice = try await HalfDayAdvisor.advise(on: answer, of: problem, options: Self.options)
      for result in advice.results {
        #expect(result.saving > 0 && result.weight > 0)
        let options = SolverOptions(iterations: 60, seed: 1, warmStart: answer)
        let base = await RotaSolver.solve(problem, options: options)
        let changed = try result.change.applied(to: problem)
        let again = await RotaSolver.solve(changed, options: SolverOptions(iterations: 60, seed: 1, warmStart: base))
        let verdict = RotaReferee.check(again, of: changed)
        #expect(verdict.isFeasible && verdict.cost.total == result.costWith)
        #expect(RotaReferee.check(base, of: problem).cost.total == result.costWithout)
      }
    }
  }

  @Test func whereEverythingIsPlacedNobodyIsNeeded() async throws {
    let problem = try AdviceWeek.problem([AdviceWeek.visit("v1")])
    let advice = try await HalfDayAdvisor.advise(
      on: AdviceWeek.answer(problem, [("v1", 550)]), of: problem, options: Self.options
    ) { problem, start in
      Issue.record("nothing is solved")
      return start
    }
    #expect(advice.results.isEmpty && advice.idle.isEmpty)
    #expect(advice.sentences(in: problem) == ["Every visit is placed; nobody more is needed."])
  }

  @Test func whereHalfADayServesNothingItIsSaid() async throws {
    // Asked for at a time at which no half day is.
    let night = RotaProblem.Window(day: 0, start: 1_200, end: 1_260)
    let problem = try AdviceWeek.problem([AdviceWeek.visit("v1", windows: [night])])
    let advice = try await HalfDayAdvisor.advise(
      on: AdviceWeek.answer(problem, []), of: problem, options: Self.options)
    #expect(advice.results.isEmpty && advice.idle.map(\.role) == ["practitioner"])
  }

  @Test func aRotaThatBreaksARuleIsRefused() async throws {
    let (problem, _) = try Self.week()
    let fault = await #expect(throws: Fault.self) {
      try await HalfDayAdvisor.advise(on: AdviceWeek.answer(problem, [("v1", 541)]), of: problem)
    }
    #expect(fault?.code == .rotaBreaksRules)
  }
}
