// SPDX-License-Identifier: Apache-2.0

import Glibc
import Scheduling
import Vocabulary

/// One thread's search: ruin and recreate under simulated annealing.
struct Search {
  var editor: PlanEditor
  private var current: Plan
  private(set) var best: Plan
  private(set) var iterations = 0
  private var random: SeededGenerator
  private let began: ContinuousClock.Instant
  private let options: SolverOptions
  private let middleWeight: Int
  private let hottest: Double
  private let coldest: Double

  init(
    _ problem: DenseProblem,
    options: SolverOptions,
    seed: UInt64,
    began: ContinuousClock.Instant,
    in arena: Arena
  ) {
    self.editor = PlanEditor(problem, in: arena)
    self.current = Plan(for: problem, in: arena)
    self.best = Plan(for: problem, in: arena)
    self.random = SeededGenerator(seed: seed)
    self.began = began
    self.options = options
    let weights = (0..<problem.visits).map { problem.weight[$0] }.sorted()
    let middle = weights.isEmpty ? 0 : weights[weights.count / 2]
    self.middleWeight = middle
    self.hottest = max(1, Double(middle) * 0.2)
    self.coldest = self.hottest / 100
  }

  /// Keeps the editor's plan as the one to improve.
  private mutating func begin() {
    self.current.copy(self.editor.plan)
    self.best.copy(self.editor.plan)
  }

  /// Builds a first rota on whatever the editor holds, then improves it until a limit is reached, the task is
  /// cancelled or `report` returns false.
  mutating func run(report: ((SolverProgress) -> Bool)?) {
    let problem = self.editor.problem
    let absent = (0..<problem.visits).filter { !self.editor.isPlaced($0) && problem.impossible[$0] == 0 }
    if absent.count <= 1_500 {
      self.editor.recreateByRegret(absent, random: &self.random)
    } else {
      let order = absent.sorted { (problem.weight[$1], $0) < (problem.weight[$0], $1) }
      self.editor.recreate(order, blink: 0, random: &self.random)
    }
    self.begin()
    var reported = self.elapsed()
    if let report, !report(self.progress(.construction)) { return }
    guard problem.visits > 0, problem.shifts > 0 else { return }

    let rounds =
      self.options.iterations ?? (self.options.timeLimit == nil ? SolverOptions.defaultIterations : .max)
    var temperature = self.hottest
    var isCheckDue = true
    while self.iterations < rounds {
      if self.iterations & 15 == 0 || isCheckDue {
        isCheckDue = problem.visits > 400
        let now = self.elapsed()
        if let limit = self.options.timeLimit, now >= limit { break }
        if Task.isCancelled { break }
        if let report, now - reported >= .milliseconds(250) {
          reported = now
          if !report(self.progress(.improvement)) { break }
        }
        temperature = self.temperature(at: now, rounds: rounds)
      }
      self.round(temperature)
      self.iterations += 1
    }
  }

  private mutating func round(_ temperature: Double) {
    Ruin(size: 10).take(from: &self.editor, random: &self.random)
    self.editor.generosity = self.random.below(4) == 0 ? self.random.below(self.middleWeight + 1) : 0
    self.editor.jitter = self.random.below(2) == 0 ? self.middleWeight / 4 : 0
    self.recreate()
    let cost = self.editor.cost
    let old = self.current.cost(under: self.editor.problem)
    let threshold = Double(old) - temperature * log(1 - self.random.unit())
    guard Double(cost) < threshold || cost <= old else {
      self.editor.plan.copy(self.current)
      return
    }
    self.current.copy(self.editor.plan)
    if cost < self.best.cost(under: self.editor.problem) { self.best.copy(self.editor.plan) }
  }

  private mutating func recreate() {
    let problem = self.editor.problem
    var pending: [(key: Int, visit: Int)] = []
    pending.reserveCapacity(64)
    let mode = self.random.below(100)
    for visit in 0..<problem.visits where self.editor.plan.day[visit] < 0 && problem.impossible[visit] == 0 {
      let key: Int
      switch mode {
      case 0..<35: key = self.random.below(1 << 20)
      case 35..<60:
        key = -(problem.weight[visit] &* 256) / problem.minutes[visit] &* 8 &+ self.random.below(64)
      case 60..<80: key = -problem.weight[visit] &* 64 &+ self.random.below(64)
      case 80..<90: key = -problem.minutes[visit] &* 64 &+ self.random.below(64)
      default:
        let slot = problem.slot[visit]
        key =
          (problem.candidateRange[slot &+ 1] &- problem.candidateRange[slot]) &* 64 &+ self.random.below(64)
      }
      pending.append((key, visit))
    }
    pending.sort { ($0.key, $0.visit) < ($1.key, $1.visit) }
    let visits = pending.map(\.visit)
    if visits.count <= 24 && mode % 10 == 0 {
      self.editor.recreateByRegret(visits, random: &self.random)
    } else {
      self.editor.recreate(visits, blink: 3, random: &self.random)
    }
  }

  private func elapsed() -> Duration { ContinuousClock.now - self.began }

  private func temperature(at now: Duration, rounds: Int) -> Double {
    var part = rounds == .max ? 0 : Double(self.iterations) / Double(max(1, rounds))
    if let limit = self.options.timeLimit { part = max(part, min(1, now / limit)) }
    return self.hottest * pow(self.coldest / self.hottest, part)
  }

  func progress(_ phase: SolverProgress.Phase) -> SolverProgress {
    let (seconds, atto) = self.elapsed().components
    return SolverProgress(
      phase: phase,
      iterations: self.iterations,
      elapsedMilliseconds: Int(seconds) * 1000 + Int(atto / 1_000_000_000_000_000),
      cost: self.best.cost(under: self.editor.problem),
      leftOut: self.best.sums.leftOut
    )
  }
}
