// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// One thread's search and the proof of a bound, taking turns.
///
/// The search has the first fifth of the time alone; then the two share what is left, until the bound meets the cost of the best rota.
struct BoundedSearch {
  private(set) var search: Search
  private let problem: RotaProblem
  private let dense: DenseProblem
  private let options: SolverOptions
  private let began: ContinuousClock.Instant
  private let pool: RoutePool
  private var prover: RotaBound?

  init(
    _ search: Search, of problem: RotaProblem, laidOut dense: DenseProblem, options: SolverOptions,
    began: ContinuousClock.Instant
  ) {
    self.search = search
    self.problem = problem
    self.dense = dense
    self.options = options
    self.began = began
    self.pool = RoutePool(shifts: dense.shifts, most: 60)
  }

  /// No rota costs less; `nil` while nothing is proved.
  var bound: Int? {
    guard let prover, prover.bound > 0 || prover.isFinished else { return nil }
    return min(prover.bound, self.cost)
  }

  private var cost: Int { self.search.best.cost(under: self.dense) }
  private var elapsed: Duration { ContinuousClock.now - self.began }

  /// - Returns: whether the report asked for an end.
  mutating func run(report: ((SolverProgress) -> Bool)?) -> Bool {
    let (pool, dense) = (self.pool, self.dense)
    self.search.onNewRoute = { shift, plan in pool.take(shift, of: plan, under: dense) }
    defer { self.search.onNewRoute = nil }
    guard let limit = self.options.timeLimit else { return self.runInRounds(report: report) }
    var pause = self.search.run(until: limit / 5, report: report)
    guard pause == .slice, self.dense.visits > 0 else { return pause == .stopped }
    self.begin()
    while pause == .slice, let prover, !prover.isFinished {
      let before = self.elapsed
      prover.incumbent = self.cost
      let began = self.began
      prover.round { ContinuousClock.now - began < limit && !Task.isCancelled }
      let bound = self.bound
      pause = self.search.run(until: self.elapsed + max(.milliseconds(20), self.elapsed - before)) { progress in
        report?(progress.with(bound: bound)) ?? true
      }
    }
    if self.isProved { return pause == .stopped }
    if pause == .slice {
      let bound = self.bound
      pause = self.search.run { progress in report?(progress.with(bound: bound)) ?? true }
    }
    return pause == .stopped
  }

  /// Nothing cheaper is possible.
  private var isProved: Bool { self.bound == self.cost }

  /// The search first, then a fixed number of rounds of the proof: the same on every machine.
  private mutating func runInRounds(report: ((SolverProgress) -> Bool)?) -> Bool {
    let pause = self.search.run(report: report)
    guard pause == .limit, self.dense.visits > 0 else { return pause == .stopped }
    self.begin()
    guard let prover else { return false }
    prover.incumbent = self.cost
    while prover.rounds < Self.roundsOfProof && !prover.isFinished && !Task.isCancelled { prover.round { true } }
    return false
  }

  private static let roundsOfProof = 60

  private mutating func begin() {
    let prover = RotaBound(BoundModel(self.problem))
    prover.incumbent = self.cost
    for shift in 0..<self.dense.shifts where self.search.best.count[shift] > 0 {
      self.pool.take(shift, of: self.search.best, under: self.dense)
    }
    prover.add(self.pool.routes(in: prover.model))
    self.prover = prover
  }
}

extension SolverProgress {
  func with(bound: Int?) -> SolverProgress {
    SolverProgress(
      phase: self.phase, iterations: self.iterations, elapsedMilliseconds: self.elapsedMilliseconds, cost: self.cost,
      leftOut: self.leftOut, bound: bound.map { min($0, self.cost) } ?? self.bound)
  }
}
