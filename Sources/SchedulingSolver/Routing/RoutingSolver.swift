// SPDX-License-Identifier: Apache-2.0

public import Scheduling
import Vocabulary

/// Searches for short routes that serve every customer in time.
public enum RoutingSolver {
  /// Returns the shortest routes found, with their distance in double precision.
  ///
  /// Customers for whom no place was found are in no route; ``Scheduling/RoutingReferee`` says so. With `iterations`
  /// and no `timeLimit` the same problem, options and seed give the same answer; with a time limit the machine's
  /// speed counts. Cancelling the task ends the search with the best routes so far. `warmStart` is not used.
  @concurrent
  public static func solve(
    _ problem: RoutingProblem,
    convention: RoutingDistance = .exact,
    options: SolverOptions = SolverOptions()
  ) async -> RoutingAnswer {
    let began = ContinuousClock.now
    var seeds = SeededGenerator(seed: options.seed)
    let starts = (0..<max(1, options.threads)).map { _ in seeds.next() }
    let found = await withTaskGroup(of: Found.self) { group in
      for (island, seed) in starts.enumerated() {
        group.addTask { Self.search(problem, convention, options, island: island, seed: seed, began: began) }
      }
      var all: [Found] = []
      for await one in group { all.append(one) }
      return all.min { ($0.unserved, $0.distance, $0.island) < ($1.unserved, $1.distance, $1.island) }
    }
    let routes = (found?.routes ?? []).sorted { ($0.first ?? 0) < ($1.first ?? 0) }
    var answer = RoutingAnswer(problem: problem.name, convention: convention, routes: routes)
    answer.distance = RoutingReferee.check(answer, of: problem).distance
    return answer
  }

  private struct Found: Sendable {
    let island: Int
    let unserved: Int
    let distance: Int
    let routes: [[Int]]
  }

  private static func search(
    _ problem: RoutingProblem,
    _ convention: RoutingDistance,
    _ options: SolverOptions,
    island: Int,
    seed: UInt64,
    began: ContinuousClock.Instant
  ) -> Found {
    let arena = Arena()
    return withExtendedLifetime(arena) {
      var search = RoutingSearch(DenseRouting(problem, convention, in: arena), seed: seed, in: arena)
      let rounds = options.iterations ?? (options.timeLimit == nil ? SolverOptions.defaultIterations : nil)
      search.run { made in
        if Task.isCancelled { return 0 }
        let byRounds = rounds.map { $0 == 0 ? 0 : 1 - Double(made) / Double($0) }
        let byTime = options.timeLimit.map { $0 == .zero ? 0 : 1 - (ContinuousClock.now - began) / $0 }
        return min(byRounds ?? 1, byTime ?? 1)
      }
      return Found(
        island: island, unserved: search.best.unserved, distance: search.best.distance, routes: search.best.routes)
    }
  }
}
