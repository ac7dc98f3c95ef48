// SPDX-License-Identifier: Apache-2.0

extension ActivityGraph {
  /// Works out the starts of a route as the plan of `editor` has it, unless that is done.
  func scan(_ shift: Int, of editor: borrowing PlanEditor) {
    guard self.mustScan(shift) else { return }
    let first = shift &* editor.problem.stopLimit
    var ahead = -1
    for index in first..<(first &+ editor.plan.count[shift]) {
      let visit = editor.plan.stops[index]
      let slot = editor.slot(of: visit, on: shift)
      let (without, with) = self.arrivals(at: visit, behind: ahead, on: shift, isBefore: true, in: editor)
      let start =
        editor.problem.isTied(visit)
        ? editor.plan.start[visit] : editor.openStart(visit, from: min(without, with), on: shift)
      self.startBefore[visit] = start
      self.unrestedBefore[slot] = self.state(of: visit, from: without, noEarlierThan: start, on: shift, in: editor)
      self.restedBefore[slot] = self.state(of: visit, from: with, noEarlierThan: start, on: shift, in: editor)
      ahead = visit
    }
  }

  /// Finds the starts of `visit` from those ahead of it; where they are later than they were, what stands
  /// behind it has to wait for the same.
  ///
  /// - Returns: false when the visit or the end of its day would be too late.
  func relax(_ visit: Int, _ arrival: Arrival, in editor: borrowing PlanEditor) -> Bool {
    let isArrival = visit == arrival.visit
    let slots = editor.problem.slot[visit]..<editor.problem.slot[visit &+ 1]
    var time = self.limit(of: visit, arrival, in: editor)
    for slot in slots {
      let shift = isArrival ? arrival.shift : editor.plan.holder[slot]
      self.scan(shift, of: editor)
      let ahead = self.stop(aheadOf: visit, on: shift, arrival, in: editor)
      let (without, with) = self.arrivals(at: visit, behind: ahead, on: shift, isBefore: false, in: editor)
      self.comingUnrested[slot] = without
      self.comingRested[slot] = with
      time = max(time, min(without, with))
    }
    guard time < DenseProblem.never else { return false }
    let lead = isArrival ? arrival.shift : editor.plan.holder[slots.lowerBound]
    let start = editor.openStart(visit, from: time, on: lead)
    guard start < DenseProblem.never else { return false }
    var isSame = !isArrival && start == self.start(of: visit)
    for slot in slots {
      let shift = isArrival ? arrival.shift : editor.plan.holder[slot]
      let without = self.state(
        of: visit, from: self.comingUnrested[slot], noEarlierThan: start, on: shift, in: editor)
      let with = self.state(of: visit, from: self.comingRested[slot], noEarlierThan: start, on: shift, in: editor)
      guard min(without, with) < DenseProblem.never else { return false }
      if isSame { isSame = without == self.unrested(slot, visit) && with == self.rested(slot, visit) }
      self.comingUnrested[slot] = without
      self.comingRested[slot] = with
    }
    if isSame { return true }
    self.move(visit)
    self.start[visit] = start
    for slot in slots {
      self.unrested[slot] = self.comingUnrested[slot]
      self.rested[slot] = self.comingRested[slot]
    }
    return self.push(visit, arrival, in: editor)
  }

  /// Has everything directly behind `visit` wait; false when a day ends too late.
  private func push(_ visit: Int, _ arrival: Arrival, in editor: borrowing PlanEditor) -> Bool {
    for slot in editor.problem.slot[visit]..<editor.problem.slot[visit &+ 1] {
      let shift = visit == arrival.visit ? arrival.shift : editor.plan.holder[slot]
      let next = self.stop(behind: visit, on: shift, arrival, in: editor)
      if next >= 0 {
        self.wait(next)
      } else {
        let (_, home) = self.arrivals(at: -1, behind: visit, on: shift, isBefore: false, in: editor)
        guard home <= editor.problem.closes[shift] else { return false }
      }
    }
    guard editor.problem.ordered[visit] == 1 else { return true }
    for rule in editor.problem.behind[visit]..<editor.problem.behind[visit &+ 1] {
      let later = editor.problem.behindVisit[rule]
      if later == arrival.visit || editor.isPlaced(later) { self.wait(later) }
    }
    return true
  }

  /// What the plan and the rules alone say: a visit that is tied and in the plan starts no earlier than there.
  private func limit(of visit: Int, _ arrival: Arrival, in editor: borrowing PlanEditor) -> Int {
    let isArrival = visit == arrival.visit
    var time = !isArrival && editor.problem.isTied(visit) ? editor.plan.start[visit] : 0
    guard editor.problem.ordered[visit] == 1 else { return time }
    let day = isArrival ? editor.problem.day[arrival.shift] : editor.plan.day[visit]
    for rule in editor.problem.before[visit]..<editor.problem.before[visit &+ 1] {
      let earlier = editor.problem.beforeVisit[rule]
      let start = self.isMoved[earlier] == 1 ? self.start[earlier] : editor.plan.start[earlier]
      let end = start &+ editor.problem.minutes[earlier] &+ editor.problem.beforeGap[rule]
      time = max(time, (editor.plan.day[earlier] &- day) &* 1440 &+ end)
    }
    return time
  }

  /// When the way from the stop `ahead` (-1: from where the shift begins) to `visit` (-1: to where it ends)
  /// can be over, without and with the break taken.
  private func arrivals(
    at visit: Int, behind ahead: Int, on shift: Int, isBefore: Bool, in editor: borrowing PlanEditor
  ) -> (unrested: Int, rested: Int) {
    var (without, with) = (DenseProblem.never, DenseProblem.never)
    var here = editor.problem.from[shift]
    if ahead < 0 {
      if editor.problem.restDue[shift] == 1 {
        without = editor.problem.opens[shift]
      } else {
        with = editor.problem.opens[shift]
      }
    } else {
      here = editor.problem.place[ahead]
      let slot = editor.slot(of: ahead, on: shift)
      let minutes = editor.problem.minutes[ahead]
      without = min(DenseProblem.never, minutes &+ (isBefore ? self.unrestedBefore[slot] : self.unrested(slot, ahead)))
      with = min(DenseProblem.never, minutes &+ (isBefore ? self.restedBefore[slot] : self.rested(slot, ahead)))
    }
    let leg = editor.problem.minutes(here, visit < 0 ? editor.problem.to[shift] : editor.problem.place[visit])
    with = min(DenseProblem.never, with &+ leg)
    if without < DenseProblem.never { with = min(with, editor.restedArrival(from: without, leg: leg, shift)) }
    return (min(DenseProblem.never, without &+ leg), with)
  }

  /// The first start from `time` on that is no earlier than `start`, which is possible.
  private func state(
    of visit: Int, from time: Int, noEarlierThan start: Int, on shift: Int, in editor: borrowing PlanEditor
  ) -> Int {
    if time <= start { return start }
    return time < DenseProblem.never ? editor.openStart(visit, from: time, on: shift) : DenseProblem.never
  }

  /// The start of a visit on a route that was looked at, with the arrival.
  func start(of visit: Int) -> Int { self.isMoved[visit] == 1 ? self.start[visit] : self.startBefore[visit] }

  private func unrested(_ slot: Int, _ visit: Int) -> Int {
    self.isMoved[visit] == 1 ? self.unrested[slot] : self.unrestedBefore[slot]
  }

  private func rested(_ slot: Int, _ visit: Int) -> Int {
    self.isMoved[visit] == 1 ? self.rested[slot] : self.restedBefore[slot]
  }

  private func stop(behind visit: Int, on shift: Int, _ arrival: Arrival, in editor: borrowing PlanEditor) -> Int {
    guard shift == arrival.shift else { return editor.stop(behind: visit, on: shift) }
    if visit == arrival.visit { return arrival.behind }
    return visit == arrival.ahead ? arrival.visit : editor.stop(behind: visit, on: shift)
  }

  private func stop(aheadOf visit: Int, on shift: Int, _ arrival: Arrival, in editor: borrowing PlanEditor) -> Int {
    guard shift == arrival.shift else { return editor.stop(aheadOf: visit, on: shift) }
    if visit == arrival.visit { return arrival.ahead }
    return visit == arrival.behind ? arrival.visit : editor.stop(aheadOf: visit, on: shift)
  }
}

extension PlanEditor {
  /// The slot of `visit` that `shift` holds; for a visit that is left out, its first.
  func slot(of visit: Int, on shift: Int) -> Int {
    let slots = self.problem.slot[visit]..<self.problem.slot[visit &+ 1]
    for slot in slots where self.plan.holder[slot] == shift { return slot }
    return slots.lowerBound
  }
}
