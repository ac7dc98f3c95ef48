// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension PlanEditor {
  /// What each visit of a pair means to each of its days; the free ones, which are out of the plan, come first.
  mutating func entries(_ pair: PairOfDays) -> (first: [RoutesOfDay.Entry], second: [RoutesOfDay.Entry]) {
    var (first, second): ([RoutesOfDay.Entry], [RoutesOfDay.Entry]) = ([], [])
    for visit in pair.free {
      self.viewSeries(of: visit)
      first.append(self.entry(visit, points: self.points(of: visit, on: pair.shifts.0)))
      second.append(self.entry(visit, points: self.points(of: visit, on: pair.shifts.1)))
    }
    // What a fixed stop costs is counted where it stands, apart from its start.
    first += pair.fixed.0.map { self.entry($0, points: 0) }
    second += pair.fixed.1.map { self.entry($0, points: 0) }
    return (first, second)
  }

  private func entry(_ visit: Int, points: Int) -> RoutesOfDay.Entry {
    RoutesOfDay.Entry(
      visit: visit, place: self.problem.place[visit], minutes: self.problem.minutes[visit], points: points)
  }

  /// Points of a visit, whose series is in view, for standing on a shift; `DenseProblem.never` where it may not.
  private func points(of visit: Int, on shift: Int) -> Int {
    let candidate = self.problem.candidateAt[self.problem.slot[visit] &* self.problem.shifts &+ shift]
    guard candidate >= 0 else { return DenseProblem.never }
    let series = self.seriesPoints(person: self.problem.person[shift], day: self.problem.day[shift])
    return min(DenseProblem.never, self.problem.candidateCost[candidate] &+ series)
  }

  /// The plan's cost without the ways, starts and openings of two shifts.
  func costWithout(_ first: Int, _ second: Int) -> Int { self.cost - self.ownPoints(first) - self.ownPoints(second) }

  private func ownPoints(_ shift: Int) -> Int {
    self.problem.weights.travel * self.plan.travel[shift] + self.plan.timeCost[shift]
      + self.problem.weights.shift * self.plan.used[shift]
  }

  /// Minutes of visits and travel for which the week has room on a shift, those that it has now included.
  func minutesLeft(to shift: Int) -> Int {
    let person = self.problem.person[shift]
    return self.problem.weekLimit[person] - self.plan.week[person] + self.plan.contact[shift] + self.plan.travel[shift]
  }

  /// Minutes of visits that may be added to a shift.
  func contactLeft(to shift: Int) -> Int { self.problem.contactLimit[shift] - self.plan.contact[shift] }

  /// Whether a shift holds as many stops as `visits`, of which it holds no other.
  func holdsOnly(_ visits: [Int], on shift: Int) -> Bool {
    self.plan.count[shift] == visits.count && visits.allSatisfy { self.isOn($0, shift: shift) }
  }

  /// Has a shift work `stops` in their order: those it holds now, and visits of one person that are left out.
  ///
  /// - Returns: false when the shift cannot be worked so; the plan is then to be undone.
  mutating func work(_ stops: [Int], on shift: Int) -> Bool {
    guard stops.count <= self.problem.stopLimit else { return false }
    let first = shift &* self.problem.stopLimit
    let newcomers = stops.filter { !self.isPlaced($0) }
    for visit in newcomers {
      self.setDay(self.problem.day[shift], of: visit)
      self.plan.holder[self.problem.slot[visit]] = shift
      self.plan.start[visit] = -1
    }
    for (index, visit) in stops.enumerated() { self.plan.stops[first &+ index] = visit }
    self.plan.count[shift] = stops.count
    guard self.reschedule(shift) else { return false }
    for visit in newcomers {
      self.touch(placeOf: visit, day: self.problem.day[shift])
      self.countIn(visit)
    }
    let person = self.problem.person[shift]
    return self.plan.contact[shift] <= self.problem.contactLimit[shift]
      && self.plan.week[person] <= self.problem.weekLimit[person]
  }
}
