// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Synchronization
import Testing

/// The best rota so far is handed out while the search goes on.
@Suite struct CheckpointTests {
  @Test(arguments: [1, 2], [false, true])
  func everyRotaHandedOutIsSoundAndCheaperThanTheOneBeforeAndTheAnswerIsTheSame(
    threads: Int, seeksBound: Bool
  ) async throws {
    let problem = try RandomProblem.make(seed: 7, visits: 18...18)
    var options = SolverOptions(iterations: 400, seed: 42, threads: threads, seeksBound: seeksBound)
    let plain = await RotaSolver.solve(problem, options: options)
    let taken = Taken()
    options.checkpoint = SolverCheckpoint(every: .zero) { taken.add($0) }
    let answer = await RotaSolver.solve(problem, options: options)
    #expect(answer == plain)
    let rotas = taken.all
    #expect(!rotas.isEmpty)
    for rota in rotas {
      let verdict = RotaReferee.check(rota, of: problem)
      #expect(verdict.isFeasible && verdict.cost.total == rota.cost)
    }
    let costs = rotas.compactMap(\.cost)
    #expect(zip(costs, costs.dropFirst()).allSatisfy { $0 > $1 })
    #expect(try #require(answer.cost) <= #require(costs.last))
  }

  @Test func betweenTwoRotasTheIntervalPasses() async throws {
    let problem = try RandomProblem.make(seed: 7, visits: 18...18)
    let taken = Taken()
    var options = SolverOptions(iterations: 50)
    options.checkpoint = SolverCheckpoint(every: .seconds(3_600)) { taken.add($0) }
    _ = await RotaSolver.solve(problem, options: options)
    #expect(taken.all.isEmpty)
  }

  @Test func otherTasksGoOnWhileEveryCoreSearches() async throws {
    let problem = try RandomProblem.make(seed: 7, visits: 18...18)
    let search = Task {
      await RotaSolver.solve(problem, options: SolverOptions(timeLimit: .seconds(600), threads: 16))
    }
    for _ in 0..<20 { try await Task.sleep(for: .milliseconds(10)) }
    search.cancel()
    #expect(RotaReferee.check(await search.value, of: problem).isFeasible)
  }

  private final class Taken: Sendable {
    private let rotas = Mutex<[RotaAnswer]>([])
    var all: [RotaAnswer] { self.rotas.withLock { $0 } }
    func add(_ rota: RotaAnswer) { self.rotas.withLock { $0.append(rota) } }
  }
}
