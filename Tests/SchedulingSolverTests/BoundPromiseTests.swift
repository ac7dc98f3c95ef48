// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Synchronization
import Testing

/// What a caller who asks for a bound may rely on, on one thread or two.
@Suite struct BoundPromiseTests {
  @Test(arguments: [1, 2], UInt64(1)...3)
  func theSameSeedAndRoundsGiveTheSameAnswerAndBound(threads: Int, seed: UInt64) async throws {
    let problem = try TightWeek.make(seed: seed)
    let options = SolverOptions(iterations: 60, seed: 42, threads: threads, seeksBound: true)
    let first = await RotaSolver.solve(problem, options: options)
    #expect(first.bound != nil)
    #expect(await RotaSolver.solve(problem, options: options) == first)
  }

  /// A second island only ever adds: what the first finds and proves alone still stands.
  @Test(arguments: UInt64(1)...3)
  func aSecondThreadTakesNothingAway(seed: UInt64) async throws {
    let problem = try TightWeek.make(seed: seed)
    let alone = SolverOptions(iterations: 60, seed: 42, threads: 1, seeksBound: true)
    let both = SolverOptions(iterations: 60, seed: 42, threads: 2, seeksBound: true)
    let one = await RotaSolver.solve(problem, options: alone)
    let two = await RotaSolver.solve(problem, options: both)
    #expect(try #require(two.cost) <= #require(one.cost))
    #expect(try #require(two.bound) == min(#require(one.bound), #require(two.cost)))
  }

  private final class Told: Sendable {
    let reports = Mutex<[SolverProgress]>([])

    /// - Returns: whether more is wanted: reports with a bound, up to three.
    func take(_ report: SolverProgress) -> Bool {
      self.reports.withLock {
        $0.append(report)
        return $0.count { $0.bound != nil } < 3
      }
    }
  }

  /// Ended by the reports, never by the clock.
  @Test(arguments: [1, 2], UInt64(1)...2)
  func noReportTellsABoundAboveWhatTheRotaCosts(threads: Int, seed: UInt64) async throws {
    let problem = try TightWeek.make(seed: seed)
    let told = Told()
    let options = SolverOptions(timeLimit: .seconds(4), seed: 3, threads: threads, seeksBound: true)
    let answer = await RotaSolver.solve(problem, options: options) { told.take($0) }
    let cost = try #require(answer.cost)
    #expect(RotaReferee.check(answer, of: problem).cost.total == cost)
    let reports = told.reports.withLock { $0 }
    let bounds = reports.compactMap(\.bound)
    #expect(bounds.last == answer.bound)
    for report in reports {
      guard let known = report.bound else { continue }
      #expect(known <= report.cost && known <= cost, "bound \(known) told, and there is a rota of \(cost)")
    }
    #expect(zip(bounds, bounds.dropFirst()).allSatisfy { $0 <= $1 }, "\(bounds)")
  }
}
