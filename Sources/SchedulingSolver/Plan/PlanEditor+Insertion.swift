// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// Where a visit of one person can go, and what that changes in the cost of the plan.
struct Insertion {
  var candidate = -1
  var position = -1
  var cost = DenseProblem.never
}

extension PlanEditor {
  /// Brings a memo entry up to the day as it stands: at first only with a cost that no position can go below.
  @inline(__always)
  mutating func refresh(_ visit: Int, at candidate: Int) {
    let shift = self.problem.candidate[candidate]
    let stamp = self.plan.stamp[shift]
    let place = self.problem.place[visit]
    let crowded = self.problem.crowded[place] == 1
    let placeStamp = crowded ? self.plan.placeStamp[place &* self.problem.days &+ self.problem.day[shift]] : 0
    if self.memoStamp[candidate] == stamp && self.memoPlaceStamp[candidate] == placeStamp
      && self.problem.ordered[visit] == 0
    {
      return
    }
    self.memoStamp[candidate] = stamp
    self.memoPlaceStamp[candidate] = placeStamp
    self.findBound(visit, on: shift, candidate: candidate)
  }

  /// Minutes by which the shift is longer than its work with `visit` in it, before travel to it.
  @inline(__always)
  func slack(for visit: Int, on shift: Int) -> Int {
    self.problem.closes[shift] &- self.problem.opens[shift] &- self.plan.contact[shift]
      &- self.plan.travel[shift] &- self.problem.minutes[visit]
      &- (self.problem.restDue[shift] == 1 ? self.problem.restMinutes[shift] : 0)
  }

  private mutating func findBound(_ visit: Int, on shift: Int, candidate: Int) {
    let count = self.plan.count[shift]
    var least = DenseProblem.never
    if count < self.problem.stopLimit {
      let place = self.problem.place[visit] &* self.problem.places
      let row = shift &* self.problem.rowLength
      for index in row..<(row &+ count &+ 1) {
        let way =
          self.problem.arrival[place &+ self.plan.site[index]]
          &+ self.problem.travel[place &+ self.plan.site[index &+ 1]] &- self.plan.leg[index]
        least = min(least, way)
      }
    }
    let fits = least <= self.slack(for: visit, on: shift)
    let opening = count == 0 ? self.problem.weights.shift : 0
    self.memoCost[candidate] = fits ? self.problem.weights.travel &* least &+ opening : DenseProblem.never
    self.memoTravel[candidate] = least
    self.memoPosition[candidate] = -1
  }

  /// Whether a stop at `position` passes the quick test of time; exact where nothing is knotty.
  @inline(__always)
  func mayStart(_ visit: Int, on shift: Int, position: Int, first: Int, count: Int) -> Bool {
    let here = self.plan.site[shift &* self.problem.rowLength &+ position]
    let time = position == 0 ? self.problem.opens[shift] : self.plan.early[first &+ position &- 1]
    let place = self.problem.place[visit]
    let start = self.nextStart(visit, from: time &+ self.problem.minutes(here, place), on: shift)
    guard start < DenseProblem.never else { return false }
    let end = start &+ self.problem.minutes[visit]
    let there = self.plan.site[shift &* self.problem.rowLength &+ position &+ 1]
    let limit = position == count ? self.problem.closes[shift] : self.plan.late[first &+ position]
    return end &+ self.problem.minutes(place, there) <= limit
  }

  /// Minutes of travel that a stop at `position` of a shift adds.
  @inline(__always)
  func addedTravel(_ place: Int, on shift: Int, position: Int) -> Int {
    let row = place &* self.problem.places
    let index = shift &* self.problem.rowLength &+ position
    return self.problem.arrival[row &+ self.plan.site[index]]
      &+ self.problem.travel[row &+ self.plan.site[index &+ 1]] &- self.plan.leg[index]
  }

  /// Turns the bound in a memo entry into the cheapest position and its cost, or into
  /// `DenseProblem.never`; positions are tried in order of the way they add.
  mutating func findPosition(_ visit: Int, candidate: Int) {
    let shift = self.problem.candidate[candidate]
    let count = self.plan.count[shift]
    let first = shift &* self.problem.stopLimit
    let place = self.problem.place[visit]
    let isPlain = self.problem.plain[visit] == 1 && self.plan.knotty[shift] == 0
    let opening = count == 0 ? self.problem.weights.shift : 0
    let slack = self.slack(for: visit, on: shift)
    for position in 0...count {
      self.added[position] = self.addedTravel(place, on: shift, position: position)
    }
    var (cheapest, found, way) = (DenseProblem.never, 0, 0)
    self.arriving = visit
    while true {
      var position = 0
      for other in 0...count where self.added[other] < self.added[position] { position = other }
      let added = self.added[position]
      let cost = self.problem.weights.travel &* added &+ opening
      guard added <= slack, cost < cheapest else { break }
      self.added[position] = DenseProblem.never
      guard self.mayStart(visit, on: shift, position: position, first: first, count: count) else { continue }
      var points = 0
      if !isPlain {
        self.layOut(visit, on: shift, position: position, first: first, count: count)
        points = self.schedule(count &+ 1, on: shift)
        if points >= DenseProblem.never { continue }
        points &-= self.plan.timeCost[shift]
      }
      if cost &+ points < cheapest { (cheapest, found, way) = (cost &+ points, position, added) }
    }
    self.arriving = -1
    self.memoCost[candidate] = cheapest
    self.memoTravel[candidate] = way
    self.memoPosition[candidate] = found
  }

  /// Writes the stops of `shift` with `visit` at `position` into `route`.
  func layOut(_ visit: Int, on shift: Int, position: Int, first: Int, count: Int) {
    for index in 0..<position { self.route[index] = self.plan.stops[first &+ index] }
    self.route[position] = visit
    for index in position..<count { self.route[index &+ 1] = self.plan.stops[first &+ index] }
  }

  /// Whether everything that may only precede `visit` is placed.
  func mayFollow(_ visit: Int) -> Bool {
    guard self.problem.ordered[visit] == 1 else { return true }
    for index in self.problem.before[visit]..<self.problem.before[visit + 1]
    where !self.isPlaced(self.problem.beforeVisit[index]) { return false }
    return true
  }

  /// Puts `visit`, which needs one person, at `position` of the shift of `candidate`.
  ///
  /// - Returns: false, with the plan as it was, when the day cannot be worked so.
  mutating func putIn(_ visit: Int, at candidate: Int, position: Int) -> Bool {
    let shift = self.problem.candidate[candidate]
    let slot = self.problem.slot[visit]
    self.setDay(self.problem.day[shift], of: visit)
    self.plan.holder[slot] = shift
    self.plan.start[visit] = -1
    self.insertStop(visit, into: shift, position: position)
    guard self.reschedule(shift) else {
      self.removeStop(visit, from: shift)
      self.plan.holder[slot] = -1
      self.setDay(-1, of: visit)
      return false
    }
    self.touch(placeOf: visit, day: self.problem.day[shift])
    self.countIn(visit)
    return true
  }

  func insertStop(_ visit: Int, into shift: Int, position: Int) {
    let first = shift &* self.problem.stopLimit
    let count = self.plan.count[shift]
    for index in stride(from: count, to: position, by: -1) {
      self.plan.stops[first &+ index] = self.plan.stops[first &+ index &- 1]
    }
    self.plan.stops[first &+ position] = visit
    self.plan.count[shift] = count &+ 1
  }
}
