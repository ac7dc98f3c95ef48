// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing

/// The referee counts from nothing what the search keeps up to date, on problems that hold every rule.
@Suite struct SearchAgreesWithRefereeTests {
  @Test(arguments: UInt64(1)...60)
  func everyPlanOnTheWayKeepsEveryRuleAndKnowsItsCost(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed)
    #expect(SlowTwin.firstDisagreement(over: 25, on: problem, seed: seed) == nil)
  }

  @Test(arguments: UInt64(100)...130)
  func aPlanLoadedFromARotaThatBreaksRulesKeepsThem(seed: UInt64) throws {
    let problem = try RandomProblem.make(seed: seed)
    let held = RotaAnswer(problem: problem.name, assignments: problem.published)
    #expect(SlowTwin.firstDisagreement(over: 3, on: problem, seed: seed, from: held) == nil)
  }

  @Test(arguments: UInt64(200)...240)
  func theAnswerBreaksNoRuleAndCostsWhatItClaims(seed: UInt64) async throws {
    let problem = try RandomProblem.make(seed: seed)
    let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 150, seed: seed))
    let verdict = RotaReferee.check(answer, of: problem)
    #expect(verdict.breaches.isEmpty)
    #expect(answer.cost == verdict.cost.total)
    #expect(answer.assignments.count + answer.unassigned.count == problem.visits.count)
  }

  @Test(arguments: zip(UInt64(300)...320, [1, 7, 16, 40, 61, 100, 200].flatMap { [$0, $0, $0] }))
  func slicesChangeNothingAndEveryNewRouteIsTold(seed: UInt64, slice: Int) throws {
    let problem = try RandomProblem.make(seed: seed)
    #expect(SliceTwin.firstDisagreement(over: 120, slice: slice, on: problem, seed: seed) == nil)
  }
}
