// SPDX-License-Identifier: Apache-2.0

extension PlanEditor {
  /// Schedules the first `count` visits of `route` on `shift` in that order, as cheaply as possible and then
  /// as early as possible. Exact for the order, with everything on other routes where it is.
  ///
  /// - Returns: the points that the starts cost, with the starts in `found` and the earliest ends in
  ///   `earliest`; `DenseProblem.never` when no schedule exists.
  func schedule(_ count: Int, on shift: Int) -> Int {
    guard count > 0 else { return 0 }
    guard self.keepsOrder(count, on: shift) else { return DenseProblem.never }
    if self.problem.restDue[shift] == 0 && !self.problem.hasTimeWishes {
      return self.scheduleEarly(count, on: shift)
    }
    return self.scheduleCheaply(count, on: shift)
  }

  /// On one route a visit stands behind its predecessors.
  private func keepsOrder(_ count: Int, on shift: Int) -> Bool {
    for index in 0..<count {
      let visit = self.route[index]
      guard self.problem.ordered[visit] == 1 else { continue }
      for rule in self.problem.before[visit]..<self.problem.before[visit &+ 1] {
        let earlier = self.problem.beforeVisit[rule]
        for position in index..<count where self.route[position] == earlier { return false }
      }
    }
    return true
  }

  private func scheduleEarly(_ count: Int, on shift: Int) -> Int {
    var time = self.problem.opens[shift]
    var here = self.problem.from[shift]
    for index in 0..<count {
      let visit = self.route[index]
      let there = self.problem.place[visit]
      let start = self.nextStart(visit, from: time &+ self.problem.minutes(here, there), on: shift)
      if start >= DenseProblem.never { return DenseProblem.never }
      self.found[index] = start
      time = start &+ self.problem.minutes[visit]
      self.earliest[index] = time
      here = there
    }
    time &+= self.problem.minutes(here, self.problem.to[shift])
    return time <= self.problem.closes[shift] ? 0 : DenseProblem.never
  }

  private func scheduleCheaply(_ count: Int, on shift: Int) -> Int {
    let day = self.problem.day[shift]
    let rested = self.problem.restDue[shift] == 0 ? 1 : 0
    for index in 0..<count {
      let visit = self.route[index]
      let here = index == 0 ? self.problem.from[shift] : self.problem.place[self.route[index &- 1]]
      let leg = self.problem.minutes(here, self.problem.place[visit])
      self.labels.count[index] = 0
      if index == 0 {
        self.extend(
          from: self.problem.opens[shift],
          cost: 0,
          rested: rested,
          parent: -1,
          to: visit,
          stop: index,
          leg: leg,
          shift: shift,
          day: day
        )
      } else {
        let previous = self.problem.minutes[self.route[index &- 1]]
        let first = (index &- 1) &* Labels.limit
        for label in first..<(first &+ self.labels.count[index &- 1]) {
          self.extend(
            from: self.labels.start[label] &+ previous,
            cost: self.labels.cost[label],
            rested: self.labels.rested[label],
            parent: label,
            to: visit,
            stop: index,
            leg: leg,
            shift: shift,
            day: day
          )
        }
      }
      guard self.labels.count[index] > 0 else { return DenseProblem.never }
    }
    guard let best = self.cheapestEnd(count, on: shift) else { return DenseProblem.never }
    var label = best
    for index in stride(from: count - 1, through: 0, by: -1) {
      self.found[index] = self.labels.start[label]
      label = self.labels.parent[label]
      var early = DenseProblem.never
      let first = index &* Labels.limit
      for other in first..<(first &+ self.labels.count[index]) {
        early = min(early, self.labels.start[other])
      }
      self.earliest[index] = early &+ self.problem.minutes[self.route[index]]
    }
    return self.labels.cost[best]
  }

  /// Among the labels of the last stop, the cheapest and then earliest from which the way home fits.
  private func cheapestEnd(_ count: Int, on shift: Int) -> Int? {
    let visit = self.route[count &- 1]
    let home = self.problem.minutes(self.problem.place[visit], self.problem.to[shift])
    let first = (count &- 1) &* Labels.limit
    var best = -1
    for label in first..<(first &+ self.labels.count[count &- 1]) {
      let end = self.labels.start[label] &+ self.problem.minutes[visit]
      let back =
        self.labels.rested[label] == 1 ? end &+ home : self.restedArrival(from: end, leg: home, shift)
      guard back <= self.problem.closes[shift] else { continue }
      let isBetter =
        best < 0 || self.labels.cost[label] < self.labels.cost[best]
        || (self.labels.cost[label] == self.labels.cost[best]
          && self.labels.start[label] < self.labels.start[best])
      if isBetter { best = label }
    }
    return best < 0 ? nil : best
  }

  /// The earliest end of a journey of `leg` minutes that starts at `time` with the break before or after it;
  /// `DenseProblem.never` when the break fits neither way.
  @inline(__always)
  func restedArrival(from time: Int, leg: Int, _ shift: Int) -> Int {
    let length = self.problem.restMinutes[shift]
    let earliest = self.problem.restEarliest[shift]
    let latest = self.problem.restLatest[shift] &- length
    let first = self.problem.onGrid(max(time, earliest))
    if first > latest { return DenseProblem.never }
    let restFirst = first &+ length &+ leg
    let second = self.problem.onGrid(max(time &+ leg, earliest))
    return second > latest ? restFirst : min(restFirst, second &+ length)
  }

  @inline(__always)
  private func extend(
    from time: Int,
    cost: Int,
    rested: Int,
    parent: Int,
    to visit: Int,
    stop: Int,
    leg: Int,
    shift: Int,
    day: Int
  ) {
    self.arrive(time &+ leg, cost, rested, parent, visit, stop, shift, day)
    if rested == 0 {
      let arrival = self.restedArrival(from: time, leg: leg, shift)
      if arrival < DenseProblem.never { self.arrive(arrival, cost, 1, parent, visit, stop, shift, day) }
    }
  }

  /// Adds the earliest start from `time`, and each later one that costs less than it.
  private func arrive(
    _ time: Int,
    _ cost: Int,
    _ rested: Int,
    _ parent: Int,
    _ visit: Int,
    _ stop: Int,
    _ shift: Int,
    _ day: Int
  ) {
    let start = self.nextStart(visit, from: time, on: shift)
    guard start < DenseProblem.never else { return }
    // A joint visit stands on several routes; its start is paid for on that of its first slot.
    let paysHere = !self.problem.isJoint(visit) || self.plan.holder[self.problem.slot[visit]] == shift
    let points = paysHere ? self.timePoints(visit, at: start, day: day) : 0
    self.labels.add(stop: stop, start: start, cost: cost &+ points, rested: rested, parent: parent)
    guard points > 0 else { return }
    let row = visit &* self.problem.days &+ day
    if self.problem.hasLiked[visit] == 1 {
      for index in self.problem.likedRange[row]..<self.problem.likedRange[row &+ 1] {
        self.arriveLater(
          self.problem.likedLow[index],
          start,
          points,
          cost,
          rested,
          parent,
          visit,
          stop,
          shift,
          day
        )
      }
    }
    for index in self.problem.heldRange[visit]..<self.problem.heldRange[visit &+ 1]
    where self.problem.heldDay[index] == day {
      self.arriveLater(
        self.problem.heldStart[index] &- 15,
        start,
        points,
        cost,
        rested,
        parent,
        visit,
        stop,
        shift,
        day
      )
    }
  }

  @inline(__always)
  private func arriveLater(
    _ time: Int,
    _ start: Int,
    _ points: Int,
    _ cost: Int,
    _ rested: Int,
    _ parent: Int,
    _ visit: Int,
    _ stop: Int,
    _ shift: Int,
    _ day: Int
  ) {
    guard time > start else { return }
    let later = self.nextStart(visit, from: time, on: shift)
    guard later < DenseProblem.never else { return }
    let fewer = self.timePoints(visit, at: later, day: day)
    if fewer < points {
      self.labels.add(stop: stop, start: later, cost: cost &+ fewer, rested: rested, parent: parent)
    }
  }
}
