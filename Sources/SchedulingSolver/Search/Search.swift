// SPDX-License-Identifier: Apache-2.0

import Glibc
import Scheduling
import Vocabulary

/// One thread's search: ruin and recreate under simulated annealing, with exact repairs of two days, a slice at a time.
struct Search {
  /// Why a slice ended.
  enum Pause: Equatable {
    /// The slice is over; the search goes on with the next call.
    case slice
    /// The time or the rounds of the whole search are used up, or there is nothing to search.
    case limit
    /// The task was cancelled or the report asked for an end.
    case stopped
  }

  var editor: PlanEditor
  /// The plan that the next round starts from.
  private(set) var current: Plan
  private(set) var best: Plan
  private(set) var iterations = 0
  /// Called for every route that an accepted plan has and the plan before it had not: the shift and the plan
  /// whose stops of that shift are new. Empty routes are passed over.
  var onNewRoute: ((Int, Plan) -> Void)?
  /// Called with the best plan where it is cheaper than at the call before, no more often than the interval says.
  var onCheckpoint: (interval: Duration, take: (Plan) -> Void)?
  private var handedOut = (at: Duration.zero, cost: Int.max)
  private var random: SeededGenerator
  private let began: ContinuousClock.Instant
  private let options: SolverOptions
  private let rounds: Int
  private let middleWeight: Int
  private let hottest: Double
  private let coldest: Double
  private var temperature: Double
  private var reported = Duration.zero
  private var hasBegun = false
  private var repairs: RepairTurns

  init(
    _ problem: DenseProblem,
    options: SolverOptions,
    seed: UInt64,
    began: ContinuousClock.Instant,
    in arena: Arena
  ) {
    self.editor = PlanEditor(problem, in: arena)
    self.repairs = RepairTurns(in: arena)
    self.current = Plan(for: problem, in: arena)
    self.best = Plan(for: problem, in: arena)
    self.random = SeededGenerator(seed: seed)
    self.began = began
    self.options = options
    self.rounds = options.iterations ?? (options.timeLimit == nil ? SolverOptions.defaultIterations : .max)
    let weights = (0..<problem.visits).map { problem.weight[$0] }.sorted()
    let middle = weights.isEmpty ? 0 : weights[weights.count / 2]
    self.middleWeight = middle
    self.hottest = max(1, Double(middle) * 0.2)
    self.coldest = self.hottest / 100
    self.temperature = self.hottest
  }

  /// Replaces the plan in hand by another plan of the same problem, and the best one where that costs more.
  mutating func adopt(_ plan: Plan) {
    let problem = self.editor.problem
    self.editor.take(plan)
    self.tellNewRoutes()
    self.current.copy(self.editor.plan)
    self.editor.forgetChanges()
    if !self.hasBegun || plan.cost(under: problem) < self.best.cost(under: problem) { self.best.copy(self.current) }
    self.hasBegun = true
  }

  /// Builds a first rota on whatever the editor holds, unless a plan was adopted.
  private mutating func begin() {
    let problem = self.editor.problem
    let absent = (0..<problem.visits).filter { !self.editor.isPlaced($0) && problem.impossible[$0] == 0 }
    if absent.count <= 1_500 {
      let pending = absent.map { PlanEditor.Pending(visit: $0, onlyChanged: false) }
      self.editor.recreateByRegret(pending, random: &self.random)
    } else {
      let order = absent.sorted { (problem.weight[$1], $0) < (problem.weight[$0], $1) }
      let pending = order.map { PlanEditor.Pending(visit: $0, onlyChanged: false) }
      self.editor.recreate(pending, blink: 0, random: &self.random)
    }
    self.tellNewRoutes()
    self.current.copy(self.editor.plan)
    self.best.copy(self.editor.plan)
    self.editor.forgetChanges()
    self.hasBegun = true
  }

  /// Builds a first rota, if that is not done yet, and improves it for a slice of the whole search. The
  /// temperature follows the whole search, whatever the slices.
  ///
  /// - Parameters:
  ///   - slice: rounds of this call; `Int.max` = no limit of its own.
  ///   - time: elapsed time of the whole search at which the call ends; `nil` = no limit of its own.
  ///   - report: called several times a second; `false` ends the search.
  mutating func run(
    rounds slice: Int = .max,
    until time: Duration? = nil,
    report: ((SolverProgress) -> Bool)? = nil
  ) -> Pause {
    let problem = self.editor.problem
    if !self.hasBegun {
      self.begin()
      self.reported = self.elapsed()
      if let report, !report(self.progress(.construction)) { return .stopped }
    }
    guard problem.visits > 0, problem.shifts > 0 else { return .limit }
    let last = slice > .max - self.iterations ? .max : self.iterations + slice
    let isSlow = problem.visits > 400
    var isCheckDue = true
    while self.iterations < self.rounds {
      if self.iterations >= last { return .slice }
      if isCheckDue || isSlow || self.iterations & 15 == 0 {
        isCheckDue = false
        let now = self.elapsed()
        if let limit = self.options.timeLimit, now >= limit { return .limit }
        if let time, now >= time { return .slice }
        if Task.isCancelled { return .stopped }
        self.handOut(at: now)
        if let report, now - self.reported >= .milliseconds(250) {
          self.reported = now
          if !report(self.progress(.improvement)) { return .stopped }
        }
        // Never by where a slice begins: with a number of rounds the slices must not change the result.
        if isSlow || self.iterations & 15 == 0 { self.temperature = self.temperature(at: now) }
      }
      self.repairDays()
      self.round()
      self.iterations += 1
    }
    return .limit
  }

  private mutating func handOut(at now: Duration) {
    guard let onCheckpoint, now - self.handedOut.at >= onCheckpoint.interval else { return }
    let cost = self.best.cost(under: self.editor.problem)
    guard cost < self.handedOut.cost else { return }
    self.handedOut = (now, cost)
    onCheckpoint.take(self.best)
  }

  private mutating func round() {
    let problem = self.editor.problem
    Ruin(size: 10).take(from: &self.editor, random: &self.random)
    self.editor.generosity = self.random.below(2) == 0 ? self.random.below(self.middleWeight + 1) : 0
    self.editor.jitter = self.random.below(2) == 0 ? self.middleWeight / 4 : 0
    self.recreate()
    let cost = self.editor.cost
    let old = self.current.cost(under: problem)
    let threshold = Double(old) - self.temperature * log(1 - self.random.unit())
    guard Double(cost) < threshold || cost <= old else {
      self.editor.undo(to: self.current)
      return
    }
    self.accept()
  }

  /// The editor's plan becomes the plan in hand.
  private mutating func accept() {
    let problem = self.editor.problem
    self.tellNewRoutes()
    self.current.copy(self.editor.plan, shifts: self.editor.changed, under: problem)
    self.editor.forgetChanges()
    if self.current.cost(under: problem) < self.best.cost(under: problem) { self.best.copy(self.current) }
  }

  /// In the colder half of the search two days are repaired now and then, each time at no cost to the plan in hand.
  private mutating func repairDays() {
    guard self.temperature < self.hottest / 10, self.repairs.isDue(in: self.iterations) else { return }
    self.repairs.take(in: self.iterations, of: &self.editor, held: self.current, random: &self.random)
    if !self.editor.changed.isEmpty { self.accept() }
  }

  private func tellNewRoutes() {
    guard let onNewRoute else { return }
    for shift in self.editor.changed where self.editor.plan.count[shift] > 0 {
      if !self.current.hasSameRoute(self.editor.plan, on: shift, under: self.editor.problem) {
        onNewRoute(shift, self.editor.plan)
      }
    }
  }

  /// Puts back what a ruin took out, and what was left out before where the days that changed have room for it.
  private mutating func recreate() {
    let problem = self.editor.problem
    var pending: [(key: Int, entry: PlanEditor.Pending)] = []
    pending.reserveCapacity(64)
    let mode = self.random.below(100)
    let tryAll = self.random.below(problem.visits <= 100 ? 3 : 24) == 0
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
      let onlyChanged = !tryAll && self.current.day[visit] < 0
      pending.append((key, PlanEditor.Pending(visit: visit, onlyChanged: onlyChanged)))
    }
    pending.sort { ($0.key, $0.entry.visit) < ($1.key, $1.entry.visit) }
    let entries = pending.map(\.entry)
    if entries.count <= 24 && mode % 10 == 0 {
      self.editor.recreateByRegret(entries, random: &self.random)
    } else {
      self.editor.recreate(entries, blink: 3, random: &self.random)
    }
  }

  private func elapsed() -> Duration { ContinuousClock.now - self.began }

  private func temperature(at now: Duration) -> Double {
    var part = self.rounds == .max ? 0 : Double(self.iterations) / Double(max(1, self.rounds))
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
