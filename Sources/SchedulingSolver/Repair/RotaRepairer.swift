// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Vocabulary

/// Repairs the rota that people hold after its problem has changed.
public enum RotaRepairer {
  /// Alternatives on the curve from the fewest changes to the cheapest rota, counted against
  /// ``Scheduling/RotaProblem/published``.
  ///
  /// The first keeps everything that can stay where it is and puts back what fell; only where that leaves out
  /// what people held or what was added do other visits move. The others may move anything, at the problem's own
  /// weights or for nothing. What is the same as another, or worse in both changes and cost, is not offered.
  /// Without a time limit the same problem, options and seed give the same alternatives.
  ///
  /// - Parameters:
  ///   - leftOut: visits that were left out of the published rota too; the first alternative leaves them so.
  ///   - moment: from when on the week may change; an alternative that drops a visit that has begun by then is not
  ///     offered. `nil`: all of it may.
  /// - Throws: ``Vocabulary/Fault`` `rota.repair-not-found` when nothing can be offered; `rota.problem-invalid` as
  ///   ``Scheduling/RotaProblem/settled(before:)``; `rota.repair-unsound` when the search breaks a rule.
  @concurrent
  public static func repair(
    _ problem: RotaProblem,
    leftOut: Set<VisitID> = [],
    from moment: RotaProblem.Moment? = nil,
    options: RepairOptions = RepairOptions()
  ) async throws -> RotaRepair {
    let begun = Set(moment.map { problem.begun(before: $0).map(\.visit) } ?? [])
    let problem = try moment.map { try problem.settled(before: $0) } ?? problem
    let effort = Effort(options)
    let standing = StandingRota(of: problem)
    let fewest = try await FewestChanges(problem, standing, leftOut: leftOut).solve(effort)
    var free = problem.weights
    (free.changedStaff, free.changedDay, free.changedStart) = (0, 0, 0)
    let unpriced = try problem.replacing(weights: free)
    async let balanced = effort.solve(problem, from: fewest)
    async let cheapest = effort.solve(unpriced, from: fewest)
    let found = await [fewest, balanced, cheapest]
    let alternatives = try found.map { try Self.alternative($0, of: problem) }.filter { alternative in
      begun.isSubset(of: alternative.answer.assignments.map(\.visit))
    }
    guard !alternatives.isEmpty else {
      throw Fault(
        .rotaRepairNotFound, "no rota was found that keeps the visits that have begun", at: problem.name,
        maybe: "say an earlier --from, or check what was disrupted")
    }
    return RotaRepair(problem: problem, standing: standing, alternatives: Self.curve(alternatives))
  }

  /// Without what another beats or equals in both changes and running cost; fewest changes first.
  static func curve(_ alternatives: [RepairAlternative]) -> [RepairAlternative] {
    var best: [RepairAlternative] = []
    let sorted = alternatives.enumerated().sorted { a, b in
      Self.key(a.element, a.offset) < Self.key(b.element, b.offset)
    }
    for (_, alternative) in sorted where alternative.runningCost < best.last?.runningCost ?? .max {
      best.append(alternative)
    }
    return best
  }

  private static func key(_ alternative: RepairAlternative, _ position: Int) -> (Int, Int, Int) {
    (alternative.changes.changes.count, alternative.runningCost, position)
  }

  private static func alternative(_ found: RotaAnswer, of problem: RotaProblem) throws -> RepairAlternative {
    var answer = RotaExplainer(found, of: problem).answerWithReasons()
    let verdict = RotaReferee.check(answer, of: problem)
    if let breach = verdict.breaches.first {
      throw Fault(
        .rotaRepairUnsound, "the search made a rota that breaks '\(breach.code.rawValue)'; it is not offered",
        maybe: "repair again with another --seed, and report this")
    }
    answer.cost = verdict.cost.total
    return RepairAlternative(
      answer: answer, verdict: verdict, changes: RotaChanges(to: answer, of: problem))
  }

  /// The limits that all searches of one repair share.
  struct Effort: Sendable {
    let iterations: Int
    let seed: UInt64
    let deadline: ContinuousClock.Instant?

    init(_ options: RepairOptions) {
      self.iterations = max(0, options.iterations)
      self.seed = options.seed
      self.deadline = options.timeLimit.map { .now + $0 }
    }

    /// - Parameter part: the search's share of the rounds, one in so many.
    func solve(_ problem: RotaProblem, from start: RotaAnswer, part: Int = 1) async -> RotaAnswer {
      let options = SolverOptions(iterations: self.iterations / part, seed: self.seed, warmStart: start)
      return await RotaSolver.solve(problem, options: options) { _ in
        self.deadline.map { ContinuousClock.now < $0 } ?? true
      }
    }
  }
}

extension Fault.Code {
  public static let rotaRepairNotFound = Fault.Code("rota.repair-not-found", .notSo)
  public static let rotaRepairUnsound = Fault.Code("rota.repair-unsound", .defect)
}
