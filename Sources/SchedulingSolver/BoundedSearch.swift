// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// One thread's search and the proof of a bound, taking turns.
///
/// The search has the first hundredth of a second a visit alone, a fifth of the time at most. Of what is left the proof has three parts in
/// five until the whole problem's linear program is solved, then one in three, until the bound meets the cost of the best rota.
struct BoundedSearch {
  private(set) var search: Search
  private let problem: RotaProblem
  private let dense: DenseProblem
  private let options: SolverOptions
  private let began: ContinuousClock.Instant
  private let pool: RoutePool
  private var prover: RotaBound?
  /// Makes rotas of the program's solutions.
  private var editor: PlanEditor
  private var random: SeededGenerator

  init(
    _ search: Search, of problem: RotaProblem, laidOut dense: DenseProblem, options: SolverOptions,
    began: ContinuousClock.Instant, in arena: Arena
  ) {
    self.editor = PlanEditor(dense, in: arena)
    self.random = SeededGenerator(seed: options.seed)
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
    guard let limit = self.options.timeLimit else { return self.runInRounds(report: report) }
    let alone = min(limit / 5, .milliseconds(10) * self.dense.visits)
    var pause = self.search.run(until: alone, report: report)
    guard pause == .slice, self.dense.visits > 0 else { return pause == .stopped }
    let began = self.began
    let goesOn = { ContinuousClock.now - began < limit && !Task.isCancelled }
    self.begin(goesOn: goesOn)
    while pause == .slice, let prover, !prover.isFinished {
      let before = self.elapsed
      prover.incumbent = self.cost
      prover.round(goesOn: goesOn)
      self.takeSolution()
      let bound = self.bound
      let turn = self.elapsed - before
      let share = prover.branchesDone == 0 ? turn * 2 / 3 : turn * 2
      pause = self.search.run(until: self.elapsed + max(.milliseconds(20), share)) {
        progress in
        report?(progress.with(bound: bound)) ?? true
      }
    }
    if pause == .slice && !self.isProved {
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
    self.begin { !Task.isCancelled }
    guard let prover else { return false }
    prover.incumbent = self.cost
    while prover.rounds < Self.roundsOfProof && !prover.isFinished && !Task.isCancelled {
      prover.round { true }
      self.takeSolution()
      prover.incumbent = self.cost
    }
    return false
  }

  private static let roundsOfProof = 60

  /// Makes a rota of the program's last solution, the most used routes first and then the rest by regret, and goes on from it where
  /// it is cheaper.
  private mutating func takeSolution() {
    guard let prover, let routes = prover.solution else { return }
    prover.solution = nil
    for visit in 0..<self.dense.visits { self.editor.takeOut(visit) }
    self.editor.settle()
    self.editor.load(prover.model.answer(of: routes), of: self.problem, isSound: false)
    let absent = (0..<self.dense.visits).filter { !self.editor.isPlaced($0) && self.dense.impossible[$0] == 0 }
    let pending = absent.map { PlanEditor.Pending(visit: $0, onlyChanged: false) }
    self.editor.recreateByRegret(pending, random: &self.random)
    if self.editor.cost < self.cost { self.search.adopt(self.editor.plan) }
    self.editor.forgetChanges()
  }

  /// Lays the proof out from the routes met so far; there is none for a problem that ``BoundModel`` refuses.
  private mutating func begin(goesOn: () -> Bool) {
    self.search.onNewRoute = nil
    guard let model = BoundModel(self.problem, goesOn: goesOn) else { return }
    let prover = RotaBound(model)
    prover.incumbent = self.cost
    for shift in 0..<self.dense.shifts where self.search.best.count[shift] > 0 {
      self.pool.take(shift, of: self.search.best, under: self.dense)
    }
    prover.add(self.pool.routes(in: prover.model))
    if let limit = self.options.timeLimit { prover.program.deadline = self.began + limit }
    prover.ascend(goesOn: goesOn)
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
