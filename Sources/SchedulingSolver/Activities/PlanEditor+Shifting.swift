// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension PlanEditor {
  /// A place for a visit of one person, with the starts that tied visits would have to take for it.
  private struct Shifting {
    let candidate: Int
    let position: Int
    /// What it adds to the cost of the plan, apart from start times that are not tied.
    var cost: Int
    var starts: [(visit: Int, start: Int)] = []
    /// The routes on which something moves.
    var shifts: [Int] = []
  }

  /// Puts a visit of one person in where tied visits make room for it by starting later on all their routes,
  /// at the cheapest such place that the rules allow and that costs no more than `limit`.
  ///
  /// Looks at days on which a tied visit stands behind the place; where nothing tied has to move,
  /// ``cheapestPlace(for:upTo:blink:onlyChanged:withSecond:random:)`` finds the place.
  ///
  /// - Returns: false, with the plan as it was, when there is none.
  mutating func putInByShifting(_ visit: Int, upTo limit: Int, onlyChanged: Bool) -> Bool {
    guard self.spare != nil, self.problem.impossible[visit] == 0, !self.problem.isJoint(visit),
      !self.isPlaced(visit), self.mayFollow(visit)
    else { return false }
    var places = self.places(for: visit, upTo: limit, onlyChanged: onlyChanged)
    guard !places.isEmpty else { return false }
    places.sort { ($0.cost, $0.candidate, $0.position) < ($1.cost, $1.candidate, $1.position) }
    var fitting: [Shifting] = []
    for place in places {
      if let last = fitting.last, fitting.count == 3 || last.cost <= place.cost { break }
      guard let fits = self.shifted(place, for: visit), fits.cost <= limit else { continue }
      fitting.append(fits)
    }
    fitting.sort { ($0.cost, $0.candidate, $0.position) < ($1.cost, $1.candidate, $1.position) }
    for place in fitting {
      if self.putIn(visit, at: place, upTo: limit) { return true }
    }
    return false
  }

  /// Positions with a tied visit behind them whose cost is within `limit` before anything moves.
  private mutating func places(for visit: Int, upTo limit: Int, onlyChanged: Bool) -> [Shifting] {
    var places: [Shifting] = []
    let slot = self.problem.slot[visit]
    let minutes = self.problem.minutes[visit]
    self.viewSeries(of: visit)
    self.activities.begin()
    for candidate in self.problem.candidateRange[slot]..<self.problem.candidateRange[slot &+ 1] {
      let shift = self.problem.candidate[candidate]
      guard !onlyChanged || self.isTouched(shift) else { continue }
      let last = self.lastTied(on: shift)
      let person = self.problem.person[shift]
      guard last >= 0, self.plan.count[shift] < self.problem.stopLimit,
        self.plan.contact[shift] &+ minutes <= self.problem.contactLimit[shift]
      else { continue }
      let series = self.seriesPoints(person: person, day: self.problem.day[shift])
      guard series < DenseProblem.never else { continue }
      let fixed = self.problem.candidateCost[candidate] &+ series &+ self.balancePoints(person, more: minutes)
      guard fixed <= limit else { continue }
      let most = min(
        self.slack(for: visit, on: shift), self.problem.weekLimit[person] &- self.plan.week[person] &- minutes)
      for position in 0...last {
        let added = self.addedTravel(self.problem.place[visit], on: shift, position: position)
        let cost = fixed &+ self.problem.weights.travel &* added
        guard added <= most, cost <= limit else { continue }
        places.append(Shifting(candidate: candidate, position: position, cost: cost))
      }
    }
    return places
  }

  /// The last position of a tied visit on a route, or -1.
  private func lastTied(on shift: Int) -> Int {
    let first = shift &* self.problem.stopLimit
    for position in stride(from: self.plan.count[shift] &- 1, through: 0, by: -1)
    where self.problem.isTied(self.plan.stops[first &+ position]) { return position }
    return -1
  }

  /// `place` with the starts that go with it and their points; `nil` when it is not possible or nothing tied
  /// has to move.
  private func shifted(_ place: Shifting, for visit: Int) -> Shifting? {
    let shift = self.problem.candidate[place.candidate]
    defer { self.activities.takeBack() }
    guard self.activities.insert(visit, on: shift, position: place.position, into: self) == .fits else { return nil }
    var place = place
    place.shifts.append(shift)
    for index in 0..<self.activities.movedCount {
      let other = self.activities.moved[index]
      guard other != visit else { continue }
      for slot in self.problem.slot[other]..<self.problem.slot[other &+ 1]
      where !place.shifts.contains(self.plan.holder[slot]) { place.shifts.append(self.plan.holder[slot]) }
      let (old, new) = (self.plan.start[other], self.activities.start[other])
      guard self.problem.isTied(other), old != new else { continue }
      let day = self.plan.day[other]
      place.starts.append((other, new))
      place.cost &+= self.timePoints(other, at: new, day: day) &- self.timePoints(other, at: old, day: day)
    }
    return place.starts.isEmpty ? nil : place
  }

  /// Moves the tied visits, puts `visit` in and has every route concerned scheduled.
  ///
  /// - Returns: false, with the plan as it was, when a route cannot be worked so or the whole costs more than
  ///   `limit`.
  private mutating func putIn(_ visit: Int, at place: Shifting, upTo limit: Int) -> Bool {
    guard var spare = self.spare else { return false }
    let shift = self.problem.candidate[place.candidate]
    let day = self.problem.day[shift]
    let cost = self.cost
    spare.copy(self.plan, shifts: place.shifts, and: visit, on: day, under: self.problem)
    for (other, start) in place.starts {
      self.plan.start[other] = start
      self.touch(placeOf: other, day: self.plan.day[other])
    }
    self.setDay(day, of: visit)
    self.plan.holder[self.problem.slot[visit]] = shift
    self.plan.start[visit] = -1
    self.insertStop(visit, into: shift, position: place.position)
    self.touch(placeOf: visit, day: day)
    let fits = place.shifts.allSatisfy { self.reschedule($0) } && place.starts.allSatisfy { self.mayStay($0.visit) }
    if fits {
      self.countIn(visit)
      let person = self.problem.person[shift]
      let added = self.cost &- cost &+ self.problem.weight[visit]
      if added <= limit && self.plan.week[person] <= self.problem.weekLimit[person] { return true }
    }
    self.plan.copy(spare, shifts: place.shifts, and: visit, on: day, under: self.problem)
    return false
  }

  /// Whether a visit in the plan keeps its rules, its windows and the rooms where it stands.
  private func mayStay(_ visit: Int) -> Bool {
    let start = self.plan.start[visit]
    return self.freeStart(visit, from: start, on: self.plan.holder[self.problem.slot[visit]]) == start
  }
}
