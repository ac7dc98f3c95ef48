// SPDX-License-Identifier: Apache-2.0

extension PlanEditor {
  /// Schedules the stops of `shift` anew and brings its sums up to date.
  ///
  /// - Returns: false, with nothing changed, when the stops cannot be worked in their order.
  mutating func reschedule(_ shift: Int) -> Bool {
    let count = self.plan.count[shift]
    let first = shift &* self.problem.stopLimit
    for index in 0..<count { self.route[index] = self.plan.stops[first &+ index] }
    let points = self.schedule(count, on: shift)
    guard points < DenseProblem.never else { return false }
    let day = self.problem.day[shift]
    let row = shift &* self.problem.rowLength
    var travel = 0
    var knots = self.problem.restDue[shift]
    self.plan.site[row] = self.problem.from[shift]
    for index in 0..<count {
      let visit = self.route[index]
      if self.problem.plain[visit] == 0 {
        knots &+= 1
        if self.plan.start[visit] != self.found[index] { self.touch(placeOf: visit, day: day) }
      }
      self.plan.start[visit] = self.found[index]
      self.plan.early[first &+ index] = self.earliest[index]
      self.plan.site[row &+ index &+ 1] = self.problem.place[visit]
    }
    self.plan.site[row &+ count &+ 1] = self.problem.to[shift]
    for index in row..<(row &+ count &+ 1) {
      let leg =
        count == 0 ? 0 : self.problem.minutes(self.plan.site[index], self.plan.site[index &+ 1])
      self.plan.leg[index] = leg
      travel &+= leg
    }
    self.setSums(of: shift, travel: travel, timePoints: points)
    self.plan.knotty[shift] = knots
    self.findLatest(shift)
    self.touch(shift: shift)
    return true
  }

  private mutating func setSums(of shift: Int, travel: Int, timePoints: Int) {
    let used = self.plan.count[shift] > 0 ? 1 : 0
    self.plan.sums.shiftsUsed += used - self.plan.used[shift]
    self.plan.sums.travel += travel - self.plan.travel[shift]
    self.plan.sums.timePoints += timePoints - self.plan.timeCost[shift]
    self.plan.week[self.problem.person[shift]] += travel - self.plan.travel[shift]
    self.plan.used[shift] = used
    self.plan.travel[shift] = travel
    self.plan.timeCost[shift] = timePoints
  }

  private func findLatest(_ shift: Int) {
    let first = shift &* self.problem.stopLimit
    let day = self.problem.day[shift]
    var there = self.problem.to[shift]
    var limit = self.problem.closes[shift]
    for index in stride(from: self.plan.count[shift] - 1, through: 0, by: -1) {
      let visit = self.plan.stops[first &+ index]
      let here = self.problem.place[visit]
      limit = limit &- self.problem.minutes(here, there) &- self.problem.minutes[visit]
      if self.problem.isJoint(visit) {
        limit = min(limit, self.plan.start[visit])
      } else {
        limit = self.lastWindowStart(visit, upTo: limit, day: day)
      }
      self.plan.late[first &+ index] = limit
      there = here
    }
  }

  /// Takes `visit` out, and with it whatever may only follow it. Call ``settle()`` before anything is put in.
  mutating func takeOut(_ visit: Int) {
    guard self.isPlaced(visit) else { return }
    self.countOut(visit)
    for slot in self.problem.slot[visit]..<self.problem.slot[visit + 1] {
      let shift = self.plan.holder[slot]
      self.plan.holder[slot] = -1
      self.removeStop(visit, from: shift)
      if self.isUnsettled[shift] == 0 {
        self.isUnsettled[shift] = 1
        self.unsettled.append(shift)
      }
    }
    self.touch(placeOf: visit, day: self.plan.day[visit])
    self.setDay(-1, of: visit)
    guard self.problem.ordered[visit] == 1 else { return }
    for index in self.problem.behind[visit]..<self.problem.behind[visit + 1] {
      self.takeOut(self.problem.behindVisit[index])
    }
  }

  func removeStop(_ visit: Int, from shift: Int) {
    let first = shift &* self.problem.stopLimit
    let count = self.plan.count[shift]
    var position = 0
    while position < count && self.plan.stops[first &+ position] != visit { position &+= 1 }
    guard position < count else { return }
    for index in position..<(count &- 1) {
      self.plan.stops[first &+ index] = self.plan.stops[first &+ index &+ 1]
    }
    self.plan.count[shift] = count &- 1
  }

  /// Schedules every shift that lost a stop. A day left with a longer way than before (travel tables need
  /// not obey the triangle inequality) loses stops until it fits again.
  mutating func settle() {
    while let shift = self.unsettled.popLast() {
      self.isUnsettled[shift] = 0
      let person = self.problem.person[shift]
      while !self.reschedule(shift) || self.plan.week[person] > self.problem.weekLimit[person] {
        let count = self.plan.count[shift]
        guard count > 0 else { break }
        self.takeOut(self.plan.stops[shift &* self.problem.stopLimit &+ count &- 1])
        self.unsettled.removeAll { $0 == shift }
        self.isUnsettled[shift] = 0
      }
    }
  }
}
