// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// One rota in the making, with the sums that its cost is made of. Plain memory: copied whole.
struct Plan {
  /// By visit: its day, or -1 where it is left out.
  let day: Ints
  let start: Ints
  /// By slot: the shift that holds it, or -1.
  let holder: Ints
  /// By shift: visits in order, `DenseProblem.stopLimit` elements a shift.
  let stops: Ints
  let count: Ints
  /// By stop: the earliest minute at which the visit can have ended.
  let early: Ints
  /// By stop: the latest start that leaves time for the rest of the day; never too early, at times too late.
  let late: Ints
  /// By shift, `DenseProblem.rowLength` elements each: the places of its way, from where it begins to where it
  /// ends, and the minutes from each to the next; the leg of an empty shift counts 0.
  let site: Ints
  let leg: Ints
  let travel: Ints
  let contact: Ints
  /// By shift: what its visits' start times cost.
  let timeCost: Ints
  /// By shift: stops that are not plain, plus one where a break is due.
  let knotty: Ints
  /// By shift: 1 where the sums count it as worked.
  let used: Ints
  /// By shift: changes with every change of the route.
  let stamp: Ints
  /// By place and day: changes whenever a visit at a crowded place comes, goes or moves.
  let placeStamp: Ints
  /// By place and day: visits placed there.
  let guests: Ints
  let week: Ints
  let contactWeek: Ints
  /// By role: largest load, who has it, the next largest; smallest load, who has it, the next smallest.
  let load: Ints

  let memory: Ints
  var sums = Sums()

  /// Cost terms in units before weighting, or in points where the weight differs by visit.
  struct Sums: Equatable {
    var leftOutPoints = 0
    var leftOut = 0
    var travel = 0
    /// Points of preferred staff, changed staff and changed days.
    var fixedPoints = 0
    var timePoints = 0
    var extraLists = 0
    var spread = 0
    var shiftsUsed = 0
  }

  init(for problem: DenseProblem, in arena: Arena) {
    let slots = problem.slot[problem.visits]
    let stops = problem.shifts * problem.stopLimit
    let sizes = [
      problem.visits, problem.visits, slots, stops, problem.shifts, stops, stops, problem.shifts,
      problem.shifts, problem.shifts, problem.shifts, problem.shifts, problem.places * problem.days,
      problem.people, problem.people, problem.roles * 6, problem.shifts,
      problem.places * problem.days, problem.shifts * problem.rowLength, problem.shifts * problem.rowLength,
    ]
    let memory = arena.ints(sizes.reduce(0, +))
    var offset = 0
    var views: [Ints] = []
    for size in sizes {
      views.append(memory.part(from: offset, count: size))
      offset += size
    }
    self.memory = memory
    (self.day, self.start, self.holder, self.stops) = (views[0], views[1], views[2], views[3])
    (self.count, self.early, self.late, self.travel) = (views[4], views[5], views[6], views[7])
    (self.contact, self.timeCost, self.knotty, self.stamp) = (views[8], views[9], views[10], views[11])
    (self.placeStamp, self.week, self.contactWeek, self.load) = (views[12], views[13], views[14], views[15])
    (self.used, self.guests, self.site, self.leg) = (views[16], views[17], views[18], views[19])
    self.day.fill(-1)
    self.holder.fill(-1)
    for shift in 0..<problem.shifts {
      self.knotty[shift] = problem.restDue[shift]
      self.site[shift * problem.rowLength] = problem.from[shift]
      self.site[shift * problem.rowLength + 1] = problem.to[shift]
    }
    for visit in 0..<problem.visits { self.sums.leftOutPoints += problem.weight[visit] }
    self.sums.leftOut = problem.visits
  }

  mutating func copy(_ other: Plan) {
    self.memory.base.update(from: other.memory.base, count: self.memory.count)
    self.sums = other.sums
  }

  /// Takes over what differs, where only the routes of `shifts` can. Cost: proportional to their stops and to
  /// the number of people.
  mutating func copy(_ other: Plan, shifts: [Int], under problem: DenseProblem) {
    for shift in shifts {
      let first = shift &* problem.stopLimit
      let day = problem.day[shift]
      for index in first..<(first &+ self.count[shift]) {
        self.copy(visit: self.stops[index], on: day, from: other, under: problem)
      }
      for index in first..<(first &+ other.count[shift]) {
        self.copy(visit: other.stops[index], on: day, from: other, under: problem)
        self.stops[index] = other.stops[index]
        self.early[index] = other.early[index]
        self.late[index] = other.late[index]
      }
      let row = shift &* problem.rowLength
      for index in row..<(row &+ other.count[shift] &+ 2) {
        self.site[index] = other.site[index]
        self.leg[index] = other.leg[index]
      }
      self.count[shift] = other.count[shift]
      self.travel[shift] = other.travel[shift]
      self.contact[shift] = other.contact[shift]
      self.timeCost[shift] = other.timeCost[shift]
      self.knotty[shift] = other.knotty[shift]
      self.used[shift] = other.used[shift]
      self.stamp[shift] = other.stamp[shift]
    }
    self.week.base.update(from: other.week.base, count: self.week.count)
    self.contactWeek.base.update(from: other.contactWeek.base, count: self.contactWeek.count)
    self.load.base.update(from: other.load.base, count: self.load.count)
    self.sums = other.sums
  }

  /// As ``copy(_:shifts:under:)``, where also `visit` can differ that is left out of one of the two or of both
  /// and else stands on `day`.
  mutating func copy(_ other: Plan, shifts: [Int], and visit: Int, on day: Int, under problem: DenseProblem) {
    self.copy(other, shifts: shifts, under: problem)
    self.copy(visit: visit, on: day, from: other, under: problem)
  }

  @inline(__always)
  private func copy(visit: Int, on day: Int, from other: Plan, under problem: DenseProblem) {
    self.day[visit] = other.day[visit]
    self.start[visit] = other.start[visit]
    for slot in problem.slot[visit]..<problem.slot[visit &+ 1] { self.holder[slot] = other.holder[slot] }
    let guest = problem.place[visit] &* problem.days &+ day
    self.guests[guest] = other.guests[guest]
    self.placeStamp[guest] = other.placeStamp[guest]
  }

  /// Whether `shift` has the same stops in the same order in both.
  func hasSameRoute(_ other: Plan, on shift: Int, under problem: DenseProblem) -> Bool {
    guard self.count[shift] == other.count[shift] else { return false }
    let first = shift &* problem.stopLimit
    for index in first..<(first &+ self.count[shift]) where self.stops[index] != other.stops[index] { return false }
    return true
  }

  @inline(__always) func cost(under problem: DenseProblem) -> Int {
    self.sums.leftOutPoints + problem.weights.travel * self.sums.travel + self.sums.fixedPoints
      + self.sums.timePoints + problem.weights.seriesStaff * self.sums.extraLists
      + problem.weights.balance * self.sums.spread + problem.weights.shift * self.sums.shiftsUsed
  }
}
