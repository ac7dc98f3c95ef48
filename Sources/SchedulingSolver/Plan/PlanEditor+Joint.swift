// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// One way for one person to take part in a joint visit: start from `early` to `late` at `position`.
struct JointOption {
  let slot: Int
  let shift: Int
  let position: Int
  let early: Int
  let late: Int
  let cost: Int
}

/// A day, a start and one option a slot.
struct JointPlace {
  let start: Int
  /// The cost, with chance added: a joint visit holds still once it is in, so that all its starts must have
  /// their turn.
  let rank: Int
  let options: [JointOption]
}

extension PlanEditor {
  /// Puts a visit of several people in where that costs least and no more than `limit`.
  ///
  /// Starts considered are the earliest ones of every person and position, and the first liked ones.
  mutating func putInJoint(_ pending: Pending, upTo limit: Int, random: inout SeededGenerator) -> Bool {
    let visit = pending.visit
    var places: [JointPlace] = []
    for day in 0..<self.problem.days where !pending.onlyChanged || self.hasChanged(for: visit, on: day) {
      let row = visit * self.problem.days + day
      guard self.problem.startRange[row] < self.problem.startRange[row + 1] else { continue }
      guard !self.seriesForbids(visit, day: day) else { continue }
      self.findPlaces(visit, day: day, limit: limit, into: &places, random: &random)
    }
    places.sort { ($0.rank, $0.start) < ($1.rank, $1.start) }
    for place in places.prefix(8) {
      if self.putIn(visit, start: place.start, at: place.options.map { ($0.shift, $0.position) }) {
        return true
      }
    }
    return false
  }

  /// Whether a shift of `day` that could take part in `visit` is among the ``changed``.
  private func hasChanged(for visit: Int, on day: Int) -> Bool {
    for shift in self.changed where self.problem.day[shift] == day {
      for slot in self.problem.slot[visit]..<self.problem.slot[visit &+ 1]
      where self.problem.candidateAt[slot &* self.problem.shifts &+ shift] >= 0 { return true }
    }
    return false
  }

  private mutating func findPlaces(
    _ visit: Int,
    day: Int,
    limit: Int,
    into places: inout [JointPlace],
    random: inout SeededGenerator
  ) {
    var options: [[JointOption]] = []
    for slot in self.problem.slot[visit]..<self.problem.slot[visit + 1] {
      let found = self.options(visit, slot: slot, day: day)
      guard !found.isEmpty else { return }
      options.append(found)
    }
    var starts: Set<Int> = []
    for option in options.joined() { starts.insert(option.early) }
    if self.problem.hasLiked[visit] == 1, let shift = options.first?.first?.shift {
      let row = visit * self.problem.days + day
      for index in self.problem.likedRange[row]..<self.problem.likedRange[row + 1] {
        starts.insert(self.freeStart(visit, from: self.problem.likedLow[index], on: shift))
      }
    }
    for start in starts.sorted() where start < DenseProblem.never {
      let base = self.timePoints(visit, at: start, day: day)
      let fitting = options.map { list in
        list.filter { $0.early <= start && start <= $0.late }.sorted {
          ($0.cost, $0.shift) < ($1.cost, $1.shift)
        }
      }
      guard let (team, points) = self.cheapestTeam(visit, day: day, fitting, budget: limit - base) else { continue }
      let rank = base + points + random.below(self.jitter + 1)
      places.append(JointPlace(start: start, rank: rank, options: team))
    }
  }

  /// One option a slot, all of different people, by depth-first search over the best few; with what they and their order cost.
  private func cheapestTeam(
    _ visit: Int, day: Int, _ options: [[JointOption]], budget: Int
  ) -> (team: [JointOption], points: Int)? {
    var best: (team: [JointOption], points: Int)?
    var bestCost = budget
    var chosen: [JointOption] = []
    var steps = 0
    func descend(_ slot: Int, _ cost: Int) {
      steps += 1
      guard steps < 500 else { return }
      guard slot < options.count else {
        let points = cost + self.listPoints(visit, day: day, chosen)
        if points <= bestCost { (best, bestCost) = ((chosen, points), points - 1) }
        return
      }
      for option in options[slot] {
        guard cost + option.cost <= bestCost else { return }
        let person = self.problem.person[option.shift]
        if chosen.contains(where: { self.problem.person[$0.shift] == person }) { continue }
        chosen.append(option)
        descend(slot + 1, cost + option.cost)
        chosen.removeLast()
      }
    }
    descend(0, 0)
    return best
  }

  private mutating func options(_ visit: Int, slot: Int, day: Int) -> [JointOption] {
    var options: [JointOption] = []
    let place = self.problem.place[visit]
    let minutes = self.problem.minutes[visit]
    let required = self.requiredPerson(visit, slot: slot)
    self.arriving = visit
    for candidate in self.problem.candidateRange[slot]..<self.problem.candidateRange[slot + 1] {
      let shift = self.problem.candidate[candidate]
      let count = self.plan.count[shift]
      let person = self.problem.person[shift]
      guard self.problem.day[shift] == day, count < self.problem.stopLimit,
        self.plan.contact[shift] + minutes <= self.problem.contactLimit[shift],
        required < 0 || required == person
      else { continue }
      let fixed =
        self.problem.candidateCost[candidate] + self.balancePoints(person, more: minutes)
        + (count == 0 ? self.problem.weights.shift : 0)
      let first = shift * self.problem.stopLimit
      for position in 0...count {
        let added = self.addedTravel(place, on: shift, position: position)
        guard self.plan.week[person] + minutes + added <= self.problem.weekLimit[person] else { continue }
        let here =
          position == 0 ? self.problem.from[shift] : self.problem.place[self.plan.stops[first + position - 1]]
        let time = position == 0 ? self.problem.opens[shift] : self.plan.early[first + position - 1]
        let early = self.freeStart(visit, from: time + self.problem.minutes(here, place), on: shift)
        let late =
          position == count
          ? self.problem.closes[shift] - self.problem.minutes(place, self.problem.to[shift]) - minutes
          : self.plan.late[first + position] - minutes
            - self.problem.minutes(place, self.problem.place[self.plan.stops[first + position]])
        guard early <= late else { continue }
        options.append(
          JointOption(
            slot: slot,
            shift: shift,
            position: position,
            early: early,
            late: late,
            cost: self.problem.weights.travel * added + fixed
          )
        )
      }
    }
    self.arriving = -1
    return options
  }

  /// Puts a visit of any number of people in at a start, one shift and position a slot.
  ///
  /// - Returns: false when the plan does not allow it; then times of the same routes may have moved, nothing
  ///   else.
  mutating func putIn(_ visit: Int, start: Int, at stops: [(shift: Int, position: Int)]) -> Bool {
    guard let lead = stops.first?.shift else { return false }
    self.arriving = visit
    let free = self.freeStart(visit, from: start, on: lead)
    self.arriving = -1
    guard free == start else { return false }
    let slot = self.problem.slot[visit]
    self.setDay(self.problem.day[lead], of: visit)
    self.plan.start[visit] = start
    for (index, stop) in stops.enumerated() { self.plan.holder[slot + index] = stop.shift }
    var fits = true
    var done = 0
    for stop in stops {
      self.insertStop(visit, into: stop.shift, position: stop.position)
      done += 1
      fits = self.reschedule(stop.shift) && self.keepsWeek(visit, on: stop.shift)
      if !fits { break }
    }
    if fits {
      self.touch(placeOf: visit, day: self.plan.day[visit])
      self.countIn(visit)
      return true
    }
    let day = self.plan.day[visit]
    for stop in stops.prefix(done) { self.removeStop(visit, from: stop.shift) }
    for index in stops.indices { self.plan.holder[slot + index] = -1 }
    self.setDay(-1, of: visit)
    self.touch(placeOf: visit, day: day)
    for stop in stops.prefix(done) {
      self.unsettled.append(stop.shift)
      self.isUnsettled[stop.shift] = 1
    }
    self.settle()
    return false
  }

  /// The visit's minutes are not yet counted in the week.
  private func keepsWeek(_ visit: Int, on shift: Int) -> Bool {
    let person = self.problem.person[shift]
    return self.plan.week[person] + self.problem.minutes[visit] <= self.problem.weekLimit[person]
  }

  private func seriesForbids(_ visit: Int, day: Int) -> Bool {
    let series = self.problem.series[visit]
    guard series >= 0 else { return false }
    for index in self.problem.seriesRange[series]..<self.problem.seriesRange[series + 1] {
      let other = self.problem.seriesMember[index]
      guard other != visit, self.isPlaced(other) else { continue }
      if abs(self.plan.day[other] - day) < self.problem.seriesGap[series] { return true }
      if self.problem.seriesMode[series] == 2, self.problem.slots(of: other) != self.problem.slots(of: visit) {
        return true
      }
    }
    return false
  }

  /// The person whom a series that requires the same people has in this slot; -1 when it is open.
  private func requiredPerson(_ visit: Int, slot: Int) -> Int {
    let series = self.problem.series[visit]
    guard series >= 0, self.problem.seriesMode[series] == 2 else { return -1 }
    let offset = slot - self.problem.slot[visit]
    for index in self.problem.seriesRange[series]..<self.problem.seriesRange[series + 1] {
      let other = self.problem.seriesMember[index]
      guard other != visit, self.isPlaced(other), offset < self.problem.slots(of: other) else { continue }
      return self.problem.person[self.plan.holder[self.problem.slot[other] + offset]]
    }
    return -1
  }

  /// Points for another list of people in the series and against the published rota.
  private func listPoints(_ visit: Int, day: Int, _ team: [JointOption]) -> Int {
    let first = self.problem.slot[visit]
    let changed = self.jointChangePoints(visit, day: day) { team[$0 - first].shift }
    let series = self.problem.series[visit]
    guard series >= 0, self.problem.seriesMode[series] == 1 else { return changed }
    var others = false
    for index in self.problem.seriesRange[series]..<self.problem.seriesRange[series + 1] {
      let other = self.problem.seriesMember[index]
      guard other != visit, self.isPlaced(other) else { continue }
      others = true
      guard self.problem.slots(of: other) == team.count else { continue }
      let alike = team.indices.allSatisfy { index in
        self.problem.person[self.plan.holder[self.problem.slot[other] + index]]
          == self.problem.person[team[index].shift]
      }
      if alike { return changed }
    }
    return changed + (others ? self.problem.weights.seriesStaff : 0)
  }
}
