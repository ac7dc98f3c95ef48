// SPDX-License-Identifier: Apache-2.0

/// Exact repair of two working days: of all ways to share a few visits out between them, to order them and to
/// leave some out, the cheapest is put into the plan.
struct PairRepair {
  enum Outcome: Equatable {
    /// No way is cheaper, and the plan is as it was.
    case best
    /// The cheapest way stands, at the cost that was foreseen.
    case repaired
    /// The two days get into one another's way, at a place with too few rooms or in starts that were not foreseen:
    /// the plan is as it was, or cheaper though not as cheap as foreseen.
    case clash
    /// Too many ways to try them all; the plan is as it was.
    case abandoned
  }

  /// Stops and sets tried so far: the measure of the work done, the same on every machine.
  var steps: Int { self.first.steps + self.second.steps + self.sets }

  private var first: RoutesOfDay
  private var second: RoutesOfDay
  private var sets = 0
  /// By set of free visits: the least that the second day can make of them, with the weights of those left out.
  private let others: Ints
  /// By set of free visits that the first day has so far: the least paid elsewhere in the end.
  private let elsewhere: Ints
  /// By set of free visits: their minutes and weights.
  private let minutes: Ints
  private let weight: Ints

  init(in arena: Arena) {
    self.first = RoutesOfDay(in: arena)
    self.second = RoutesOfDay(in: arena)
    let sets = 1 << PairOfDays.mostFree
    (self.others, self.elsewhere) = (arena.ints(sets), arena.ints(sets))
    (self.minutes, self.weight) = (arena.ints(sets), arena.ints(sets))
  }

  /// Repairs the two days of `pair` in the editor's plan.
  ///
  /// - Parameter held: a copy of the editor's plan, with no shift changed since it was made.
  mutating func repair(_ pair: PairOfDays, in editor: inout PlanEditor, held: Plan) -> Outcome {
    let old = editor.cost
    let (a, b) = pair.shifts
    for visit in pair.free { editor.takeOut(visit) }
    editor.settle()
    editor.touch(shift: a)
    editor.touch(shift: b)
    // With a longer way a day can have lost a stop that was to stay.
    guard editor.holdsOnly(pair.fixed.0, on: a), editor.holdsOnly(pair.fixed.1, on: b) else {
      editor.undo(to: held)
      return .abandoned
    }
    self.weigh(pair, editor)
    let base = editor.costWithout(a, b) - self.weight[self.sets(of: pair) - 1]
    guard let found = self.cheapest(pair, base: base, below: old, in: &editor) else {
      editor.undo(to: held)
      return .abandoned
    }
    guard found.cost < old else {
      editor.undo(to: held)
      return .best
    }
    let orders = (self.first.order(of: found.first), self.second.order(of: found.second))
    let stops = (orders.0.map { (pair.free + pair.fixed.0)[$0] }, orders.1.map { (pair.free + pair.fixed.1)[$0] })
    guard editor.work(stops.0, on: a), editor.work(stops.1, on: b), editor.cost < old else {
      editor.undo(to: held)
      return .clash
    }
    return editor.cost == found.cost ? .repaired : .clash
  }

  private func sets(of pair: PairOfDays) -> Int { 1 << pair.free.count }

  private func weigh(_ pair: PairOfDays, _ editor: borrowing PlanEditor) {
    self.minutes[0] = 0
    self.weight[0] = 0
    for (bit, visit) in pair.free.enumerated() {
      let high = 1 << bit
      for low in 0..<high {
        self.minutes[high + low] = self.minutes[low] + editor.problem.minutes[visit]
        self.weight[high + low] = self.weight[low] + editor.problem.weight[visit]
      }
    }
  }

  /// The cheapest sets for the two days and what the plan then costs, or `old` where none costs less.
  ///
  /// - Returns: `nil` when there are too many routes.
  private mutating func cheapest(
    _ pair: PairOfDays, base: Int, below old: Int, in editor: inout PlanEditor
  ) -> (first: Int, second: Int, cost: Int)? {
    let (a, b) = pair.shifts
    let free = pair.free.count
    let people = (editor.problem.person[a], editor.problem.person[b])
    let least = base + editor.leastBalancePoints(people.0, people.1)
    let entries = editor.entries(pair)
    var limit = RoutesOfDay.Limit(elsewhere: nil, points: old - least, minutes: editor.minutesLeft(to: b))
    guard self.second.find(on: b, entries.1, free: free, under: limit, in: editor) else { return nil }
    self.fillOthers(free)
    self.fillElsewhere(free, entries.0, upTo: editor.contactLeft(to: a))
    limit = RoutesOfDay.Limit(elsewhere: self.elsewhere, points: old - least, minutes: editor.minutesLeft(to: a))
    guard self.first.find(on: a, entries.0, free: free, under: limit, in: editor) else { return nil }
    var best = (first: 0, second: 0, cost: old)
    let all = self.sets(of: pair) - 1
    for set in 0...all where self.first.points[set] < DenseProblem.never {
      let left = all ^ set
      let here = self.first.points[set]
      guard here + self.others[left] + least < best.cost else { continue }
      var part = left
      while true {
        let points = here &+ self.second.points[part] &+ self.weight[left ^ part]
        self.sets &+= 1
        if points &+ least < best.cost {
          let balance = editor.balancePoints(
            people.0, more: self.minutes[set], people.1, more: self.minutes[part])
          if points + base + balance < best.cost { best = (set, part, points + base + balance) }
        }
        guard part > 0 else { break }
        part = (part &- 1) & left
      }
    }
    return best
  }

  private mutating func fillOthers(_ free: Int) {
    let sets = 1 << free
    for set in 0..<sets { self.others[set] = self.second.points[set] }
    for bit in 0..<free {
      let high = 1 << bit
      let weight = self.weight[high]
      for set in 0..<sets where set & high != 0 {
        self.others[set] = min(self.others[set], self.others[set ^ high] &+ weight)
      }
    }
    self.sets &+= sets * free / 8
  }

  private mutating func fillElsewhere(_ free: Int, _ entries: [RoutesOfDay.Entry], upTo contact: Int) {
    let sets = 1 << free
    var able = 0
    for bit in 0..<free where entries[bit].points < DenseProblem.never { able |= 1 << bit }
    for set in 0..<sets {
      let fits = self.minutes[set] <= contact && set & ~able == 0
      self.elsewhere[set] = fits ? self.others[(sets - 1) ^ set] : DenseProblem.never
    }
    for bit in 0..<free {
      let high = 1 << bit
      for set in 0..<sets where set & high == 0 {
        self.elsewhere[set] = min(self.elsewhere[set], self.elsewhere[set | high])
      }
    }
    self.sets &+= sets * free / 8
  }
}
