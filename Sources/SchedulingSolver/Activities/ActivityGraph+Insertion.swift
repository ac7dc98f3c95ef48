// SPDX-License-Identifier: Apache-2.0

extension ActivityGraph {
  /// Puts `visit`, which needs one person and is left out of the plan of `editor`, at `position` of the route
  /// of `shift`. ``moved`` then holds the visit and all that start later or in another state, with their
  /// starts in ``start``; call ``takeBack()`` before the next.
  ///
  /// Cost: proportional to the stops of the routes that are looked at for the first time and, in order of
  /// time, to the visits that move; each is visited once, save for what rules of negative gap push again.
  func insert(_ visit: Int, on shift: Int, position: Int, into editor: borrowing PlanEditor) -> Verdict {
    self.scan(shift, of: editor)
    let first = shift &* editor.problem.stopLimit
    let arrival = Arrival(
      visit: visit, shift: shift, position: position,
      ahead: position == 0 ? -1 : editor.plan.stops[first &+ position &- 1],
      behind: position == editor.plan.count[shift] ? -1 : editor.plan.stops[first &+ position])
    if self.makesCycle(arrival, in: editor) { return .cycle }
    self.start[visit] = -1
    self.wait(visit)
    while self.pendingCount > 0 {
      let next = self.call(self.earliestPending(arrival, in: editor))
      guard self.relax(next, arrival, in: editor) else { return .late }
    }
    return .fits
  }

  /// Puts every start back to what it is without the arrival. Cost: proportional to the visits that moved.
  func takeBack() {
    for index in 0..<self.pendingCount { self.isPending[self.pending[index]] = 0 }
    self.pendingCount = 0
    for index in 0..<self.movedCount { self.isMoved[self.moved[index]] = 0 }
    self.movedCount = 0
  }

  /// In the plan every visit ends before those behind it start, so that the order of its starts is one in
  /// which nobody is pushed twice.
  private func earliestPending(_ arrival: Arrival, in editor: borrowing PlanEditor) -> Int {
    var (earliest, time) = (0, Int.max)
    for index in 0..<self.pendingCount {
      let visit = self.pending[index]
      let key = visit == arrival.visit ? -1 : editor.moment(visit)
      if key < time { (earliest, time) = (index, key) }
    }
    return earliest
  }

  /// Whether the arrival would stand before itself. Looks only at what stands between it and the last of the
  /// visits that must precede it.
  private func makesCycle(_ arrival: Arrival, in editor: borrowing PlanEditor) -> Bool {
    guard arrival.behind >= 0, editor.problem.ordered[arrival.visit] == 1 else { return false }
    let rules = editor.problem.before[arrival.visit]..<editor.problem.before[arrival.visit &+ 1]
    var last = -1
    for rule in rules where self.keepsOrder(rule, arrival, in: editor) {
      last = max(last, editor.moment(editor.problem.beforeVisit[rule]))
    }
    guard last >= editor.moment(arrival.behind) else { return false }
    self.beginSearch()
    self.follow(arrival.behind, upTo: last, in: editor)
    for rule in rules where self.keepsOrder(rule, arrival, in: editor) {
      if !self.reaches(editor.problem.beforeVisit[rule]) { return true }
    }
    return false
  }

  /// Whether what a rule of the arrival names must end before the arrival: on one route always, else unless
  /// the gap is negative.
  private func keepsOrder(_ rule: Int, _ arrival: Arrival, in editor: borrowing PlanEditor) -> Bool {
    editor.problem.beforeGap[rule] >= 0 || editor.isOn(editor.problem.beforeVisit[rule], shift: arrival.shift)
  }

  /// Reaches all that stands behind `visit` and starts no later than at the moment `last`.
  private func follow(_ visit: Int, upTo last: Int, in editor: borrowing PlanEditor) {
    guard editor.moment(visit) <= last, self.reaches(visit) else { return }
    for slot in editor.problem.slot[visit]..<editor.problem.slot[visit &+ 1] {
      let next = editor.stop(behind: visit, on: editor.plan.holder[slot])
      if next >= 0 { self.follow(next, upTo: last, in: editor) }
    }
    for rule in editor.problem.behind[visit]..<editor.problem.behind[visit &+ 1]
    where editor.problem.behindGap[rule] >= 0 && editor.isPlaced(editor.problem.behindVisit[rule]) {
      self.follow(editor.problem.behindVisit[rule], upTo: last, in: editor)
    }
  }
}

extension PlanEditor {
  /// Minutes from the first midnight of the horizon to the start of a placed visit.
  @inline(__always) func moment(_ visit: Int) -> Int { self.plan.day[visit] &* 1440 &+ self.plan.start[visit] }

  /// The stop behind `visit` on the route of `shift`; -1 behind the last.
  func stop(behind visit: Int, on shift: Int) -> Int {
    let first = shift &* self.problem.stopLimit
    let last = first &+ self.plan.count[shift] &- 1
    for index in first..<max(first, last) where self.plan.stops[index] == visit { return self.plan.stops[index &+ 1] }
    return -1
  }

  /// The stop ahead of `visit` on the route of `shift`; -1 ahead of the first.
  func stop(aheadOf visit: Int, on shift: Int) -> Int {
    let first = shift &* self.problem.stopLimit
    let end = first &+ self.plan.count[shift]
    for index in (first &+ 1)..<max(first &+ 1, end) where self.plan.stops[index] == visit {
      return self.plan.stops[index &- 1]
    }
    return -1
  }
}
