// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing

/// Bound and search against proven optima of problems with everything of the format in them.
@Suite struct GoldenOptimaTests {
  @Test func everyFileHasItsOptimum() throws {
    #expect(GoldenOptimum.all.count == 20)
    #expect(try GoldenOptimum.files() == Set(GoldenOptimum.all.map(\.name)))
  }

  /// No search at all: what is claimed comes from the proof.
  @Test(arguments: GoldenOptimum.all)
  func noBoundIsAboveTheOptimum(golden: GoldenOptimum) async throws {
    let problem = try golden.problem()
    let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 0, seed: 1, seeksBound: true))
    let bound = try #require(answer.bound)
    #expect(bound > 0 && bound <= golden.optimum)
  }

  /// Best rotas that so short a search does not find; for these nothing but what may not be is held.
  static let hard: Set = ["small-6"]

  @Test(arguments: GoldenOptimum.all)
  func theSearchFindsTheOptimumAndNothingBelowIt(golden: GoldenOptimum) async throws {
    let problem = try golden.problem()
    let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 6_000, seed: 1))
    let verdict = RotaReferee.check(answer, of: problem)
    let cost = try #require(answer.cost)
    #expect(verdict.isFeasible && verdict.cost.total == cost)
    #expect(Self.hard.contains(golden.name) ? cost >= golden.optimum : cost == golden.optimum)
  }

  /// The list is made for a rota that costs more than the best: the best one must still be among what can be made of it.
  @Test(arguments: [1, 40, 300])
  func listingAllRoutesLosesNoRotaCheaperThanTheOneKnown(points: Int) throws {
    var listed = 0
    for golden in GoldenOptimum.all {
      let outcome = try #require(
        ListingTwin.compare(on: golden.problem(), incumbent: golden.optimum + points, rounds: 60))
      #expect(outcome.listing <= golden.optimum && outcome.pricing <= golden.optimum, "\(golden.name): \(outcome)")
      if outcome.routes > 0 { listed += 1 }
    }
    #expect(listed >= 5)
  }
}
