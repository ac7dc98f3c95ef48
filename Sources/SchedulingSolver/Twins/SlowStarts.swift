// SPDX-License-Identifier: Apache-2.0

/// The earliest starts of a whole plan with one more visit in it, by going over all of it until nothing moves.
struct SlowStarts {
  private(set) var verdict = ActivityGraph.Verdict.fits
  /// By visit.
  private(set) var starts: [Int: Int] = [:]

  /// By visit and shift, as `[visit, shift]`: the start without and with the break of that route.
  private var unrested: [[Int]: Int] = [:]
  private var rested: [[Int]: Int] = [:]
  /// By shift.
  private let routes: [[Int]]
  private let shiftsOf: [Int: [Int]]
  private let arrival: Int

  init(of visit: Int, on shift: Int, position: Int, in editor: borrowing PlanEditor) {
    let problem = editor.problem
    var routes: [[Int]] = []
    for shift in 0..<problem.shifts {
      routes.append((0..<editor.plan.count[shift]).map { editor.plan.stops[shift * problem.stopLimit + $0] })
    }
    routes[shift].insert(visit, at: position)
    var shiftsOf: [Int: [Int]] = [:]
    for shift in routes.indices { for stop in routes[shift] { shiftsOf[stop, default: []].append(shift) } }
    self.routes = routes
    self.shiftsOf = shiftsOf
    self.arrival = visit
    if self.hasCycle(problem) {
      self.verdict = .cycle
      return
    }
    for visit in shiftsOf.keys {
      let isHeld = visit != self.arrival && (problem.isJoint(visit) || problem.ordered[visit] == 1)
      self.starts[visit] = isHeld ? editor.plan.start[visit] : 0
      for shift in shiftsOf[visit] ?? [] { (self.unrested[[visit, shift]], self.rested[[visit, shift]]) = (0, 0) }
    }
    while self.raise(in: editor) {}
    for visit in shiftsOf.keys where (self.starts[visit] ?? 0) >= DenseProblem.never { self.verdict = .late }
    for shift in routes.indices where !routes[shift].isEmpty {
      let (_, home) = self.arrivals(routes[shift].count, on: shift, in: editor)
      if home > problem.closes[shift] { self.verdict = .late }
    }
  }

  /// Whether some visit stands before itself by the routes and the rules that keep an order.
  private func hasCycle(_ problem: DenseProblem) -> Bool {
    var behind: [Int: Set<Int>] = [:]
    for route in self.routes {
      for (ahead, next) in zip(route, route.dropFirst()) { behind[ahead, default: []].insert(next) }
    }
    for (visit, shifts) in self.shiftsOf {
      for rule in problem.before[visit]..<problem.before[visit + 1] {
        let earlier = problem.beforeVisit[rule]
        let isTogether = !Set(shifts).isDisjoint(with: self.shiftsOf[earlier] ?? [])
        if isTogether || problem.beforeGap[rule] >= 0 { behind[earlier, default: []].insert(visit) }
      }
    }
    var left = Set(self.shiftsOf.keys)
    while let free = left.first(where: { visit in !left.contains { behind[$0]?.contains(visit) == true } }) {
      left.remove(free)
    }
    return !left.isEmpty
  }

  /// Raises every start that is too early for what stands ahead of it; whether there was one.
  private mutating func raise(in editor: borrowing PlanEditor) -> Bool {
    let problem = editor.problem
    var hasRaised = false
    for (visit, shifts) in self.shiftsOf {
      let day = problem.day[shifts[0]]
      var time = self.starts[visit] ?? 0
      for rule in problem.before[visit]..<problem.before[visit + 1] {
        let earlier = problem.beforeVisit[rule]
        guard let there = self.shiftsOf[earlier]?.first, let start = self.starts[earlier] else { continue }
        let end = start + problem.minutes[earlier] + problem.beforeGap[rule]
        time = max(time, (problem.day[there] - day) * 1440 + end)
      }
      var coming: [(shift: Int, without: Int, with: Int)] = []
      for shift in shifts {
        let position = self.routes[shift].firstIndex(of: visit) ?? 0
        let (without, with) = self.arrivals(position, on: shift, in: editor)
        coming.append((shift, without, with))
        time = max(time, min(without, with))
      }
      let start = Self.open(visit, from: time, on: shifts[0], in: editor)
      if start > self.starts[visit] ?? 0 { hasRaised = true }
      self.starts[visit] = start
      for (shift, without, with) in coming {
        let key = [visit, shift]
        let states = (
          Self.open(visit, from: max(start, without), on: shift, in: editor),
          Self.open(visit, from: max(start, with), on: shift, in: editor)
        )
        if states.0 > self.unrested[key] ?? 0 || states.1 > self.rested[key] ?? 0 { hasRaised = true }
        (self.unrested[key], self.rested[key]) = states
      }
    }
    return hasRaised
  }

  private static func open(_ visit: Int, from time: Int, on shift: Int, in editor: borrowing PlanEditor) -> Int {
    time < DenseProblem.never ? editor.openStart(visit, from: time, on: shift) : DenseProblem.never
  }

  /// When the way to the stop at `position`, or home behind the last, can be over, without and with the break.
  private func arrivals(_ position: Int, on shift: Int, in editor: borrowing PlanEditor) -> (Int, Int) {
    let problem = editor.problem
    let never = DenseProblem.never
    let isDue = problem.restDue[shift] == 1
    var (without, with) = isDue ? (problem.opens[shift], never) : (never, problem.opens[shift])
    var here = problem.from[shift]
    if position > 0 {
      let ahead = self.routes[shift][position - 1]
      here = problem.place[ahead]
      (without, with) = (self.unrested[[ahead, shift]] ?? 0, self.rested[[ahead, shift]] ?? 0)
      if without < never { without += problem.minutes[ahead] }
      if with < never { with += problem.minutes[ahead] }
    }
    let isEnd = position == self.routes[shift].count
    let there = isEnd ? problem.to[shift] : problem.place[self.routes[shift][position]]
    let leg = problem.minutes(here, there)
    if with < never { with += leg }
    if without < never {
      with = min(with, editor.restedArrival(from: without, leg: leg, shift))
      without += leg
    }
    return (without, with)
  }
}
