// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Testing

/// What a caller may rely on whatever the problem is.
@Suite struct SolverPromiseTests {
  @Test(arguments: [1, 2])
  func theSameSeedGivesTheSameAnswer(threads: Int) async throws {
    let problem = try RandomProblem.make(seed: 7, visits: 18...18)
    let options = SolverOptions(iterations: 120, seed: 42, threads: threads)
    let first = await RotaSolver.solve(problem, options: options)
    #expect(await RotaSolver.solve(problem, options: options) == first)
  }

  @Test(arguments: UInt64(300)...312)
  func aSearchNeverLosesToTheRotaItBeganFrom(seed: UInt64) async throws {
    let problem = try RandomProblem.make(seed: seed)
    let good = await RotaSolver.solve(problem, options: SolverOptions(iterations: 200, seed: 1))
    let again = await RotaSolver.solve(
      problem,
      options: SolverOptions(iterations: 5, seed: 2, warmStart: good)
    )
    #expect(try #require(again.cost) <= #require(good.cost))
    #expect(RotaReferee.check(again, of: problem).isFeasible)
  }

  @Test func moreThreadsAreNeverWorseThanTheFirstAlone() async throws {
    let problem = try RandomProblem.make(seed: 7, visits: 18...18)
    let one = await RotaSolver.solve(problem, options: SolverOptions(iterations: 30, seed: 3, threads: 1))
    let three = await RotaSolver.solve(problem, options: SolverOptions(iterations: 30, seed: 3, threads: 3))
    #expect(try #require(three.cost) <= #require(one.cost))
  }

  @Test(arguments: [0, 30])
  func aTimeLimitEndsTheSearch(milliseconds: Int) async throws {
    let problem = try RandomProblem.make(seed: 7, visits: 18...18)
    let answer = await RotaSolver.solve(
      problem,
      options: SolverOptions(timeLimit: .milliseconds(milliseconds), iterations: 1_000_000_000)
    )
    #expect(RotaReferee.check(answer, of: problem).isFeasible)
  }

  @Test func theCallerCanEndTheSearch() async throws {
    let problem = try RandomProblem.make(seed: 7, visits: 18...18)
    let answer = await RotaSolver.solve(problem, options: SolverOptions(timeLimit: .seconds(600), threads: 2)) { _ in
      false
    }
    #expect(RotaReferee.check(answer, of: problem).isFeasible)
  }

  @Test func theLastReportStatesTheCostOfTheAnswer() async throws {
    let problem = try RandomProblem.make(seed: 9, visits: 10...10)
    let (reports, sink) = AsyncStream.makeStream(of: SolverProgress.self)
    let answer = await RotaSolver.solve(problem, options: SolverOptions(iterations: 40)) { report in
      sink.yield(report)
      return true
    }
    sink.finish()
    var all: [SolverProgress] = []
    for await report in reports { all.append(report) }
    #expect(all.first?.phase == .construction)
    #expect(all.last?.phase == .finished)
    #expect(all.last?.cost == answer.cost)
    #expect(all.last?.iterations == 40)
    #expect(all.last?.leftOut == answer.unassigned.count)
  }
}
