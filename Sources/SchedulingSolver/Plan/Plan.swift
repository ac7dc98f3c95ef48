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
      problem.places * problem.days,
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
    (self.used, self.guests) = (views[16], views[17])
    self.day.fill(-1)
    self.holder.fill(-1)
    for shift in 0..<problem.shifts { self.knotty[shift] = problem.restDue[shift] }
    for visit in 0..<problem.visits { self.sums.leftOutPoints += problem.weight[visit] }
    self.sums.leftOut = problem.visits
  }

  mutating func copy(_ other: Plan) {
    self.memory.base.update(from: other.memory.base, count: self.memory.count)
    self.sums = other.sums
  }

  @inline(__always) func cost(under problem: DenseProblem) -> Int {
    self.sums.leftOutPoints + problem.weights.travel * self.sums.travel + self.sums.fixedPoints
      + self.sums.timePoints + problem.weights.seriesStaff * self.sums.extraLists
      + problem.weights.balance * self.sums.spread + problem.weights.shift * self.sums.shiftsUsed
  }
}
