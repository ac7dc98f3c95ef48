// SPDX-License-Identifier: Apache-2.0

public import Scheduling
import Vocabulary

/// Searches for a cheap rota that breaks no hard rule.
///
/// Limits: a working day holds at most 64 visits, and a visit is tried on the 400 working days nearest to
/// its place; rotas beyond them are not found.
public enum RotaSolver {
  /// Returns the best rota found, with its cost and a reason for every visit left out.
  ///
  /// The answer never costs more than `options.warmStart` does where that breaks no rule, or than leaving
  /// everything out. Without a warm start the search begins from the published rota, if there is one. With
  /// `iterations` and no `timeLimit` the same problem, options and seed give the same answer; with a time
  /// limit the number of rounds, and so the answer, depends on the machine's speed. The search has threads of its
  /// own; other tasks go on beside it.
  ///
  /// - Parameter progress: called from the first search thread; returning `false` ends the search early
  ///   with the best rota so far. Cancelling the task does the same.
  @concurrent
  public static func solve(
    _ problem: RotaProblem,
    options: SolverOptions = SolverOptions(),
    progress: @escaping @Sendable (SolverProgress) -> Bool = { _ in true }
  ) async -> RotaAnswer {
    let began = ContinuousClock.now
    let threads = max(1, options.threads)
    let answer = await withTaskExecutorPreference(SearchThreads()) {
      await withTaskGroup(of: Result.self) { group -> RotaAnswer? in
        for island in 0..<threads {
          group.addTask {
            Self.search(problem, options, island: island, began: began, report: island == 0 ? progress : nil)
          }
        }
        var results: [Result] = []
        for await result in group {
          if result.isStopped || result.isProved { group.cancelAll() }
          results.append(result)
        }
        guard let best = results.min(by: { ($0.cost, $0.island) < ($1.cost, $1.island) }) else { return nil }
        var answer = best.answer
        answer.bound = results.compactMap(\.answer.bound).max().map { min($0, best.cost) }
        return answer
      }
    }
    let found = answer ?? Self.nothing(of: problem)
    guard let warm = options.warmStart, let held = Self.soundCost(of: warm, problem),
      held < found.cost ?? .max
    else { return found }
    var kept = RotaAnswer(
      problem: problem.name,
      assignments: warm.assignments,
      breaks: warm.breaks,
      unassigned: warm.unassigned,
      cost: held
    )
    kept.bound = found.bound.map { min($0, held) }
    return kept
  }

  private struct Result: Sendable {
    let island: Int
    let cost: Int
    let answer: RotaAnswer
    /// The caller asked for an end.
    let isStopped: Bool

    /// No rota costs less.
    var isProved: Bool { self.answer.bound == self.cost }
  }

  private static func search(
    _ problem: RotaProblem,
    _ options: SolverOptions,
    island: Int,
    began: ContinuousClock.Instant,
    report: (@Sendable (SolverProgress) -> Bool)?
  ) -> Result {
    let arena = Arena()
    return withExtendedLifetime(arena) {
      let dense = DenseProblem(problem, in: arena)
      var seeds = SeededGenerator(seed: options.seed)
      var seed = seeds.next()
      for _ in 0..<island { seed = seeds.next() }
      var search = Search(dense, options: options, seed: seed, began: began, in: arena)
      if let start = Self.start(of: problem, options) {
        search.editor.load(start.answer, of: problem, isSound: start.isSound)
      }
      if island == 0, let checkpoint = options.checkpoint {
        // An editor of its own: the search's keeps what it holds.
        var editor = PlanEditor(dense, in: arena)
        search.onCheckpoint = (
          checkpoint.interval,
          { plan in
            editor.plan.copy(plan)
            checkpoint.take(editor.answer(to: problem))
          }
        )
      }
      var isStopped = false
      var bound: Int?
      if options.seeksBound && island == 0 {
        var shared = BoundedSearch(search, of: problem, laidOut: dense, options: options, began: began, in: arena)
        isStopped = shared.run(report: report)
        bound = shared.bound
        search = shared.search
      } else {
        isStopped = search.run(report: report) == .stopped
      }
      _ = report?(search.progress(.finished).with(bound: bound))
      search.editor.plan.copy(search.best)
      var answer = search.editor.answer(to: problem)
      answer.bound = bound
      return Result(island: island, cost: answer.cost ?? .max, answer: answer, isStopped: isStopped)
    }
  }

  private static func start(of problem: RotaProblem, _ options: SolverOptions) -> (
    answer: RotaAnswer, isSound: Bool
  )? {
    if let warm = options.warmStart { return (warm, Self.soundCost(of: warm, problem) != nil) }
    guard !problem.published.isEmpty else { return nil }
    return (RotaAnswer(problem: problem.name, assignments: problem.published), false)
  }

  /// The cost of an answer that breaks no rule; `nil` when it breaks one.
  private static func soundCost(of answer: RotaAnswer, _ problem: RotaProblem) -> Int? {
    let verdict = RotaReferee.check(answer, of: problem)
    return verdict.isFeasible ? verdict.cost.total : nil
  }

  private static func nothing(of problem: RotaProblem) -> RotaAnswer {
    RotaAnswer(
      problem: problem.name,
      assignments: [],
      unassigned: problem.visits.map { RotaAnswer.LeftOut(visit: $0.id, reason: "the search did not begin") },
      cost: nil
    )
  }
}
