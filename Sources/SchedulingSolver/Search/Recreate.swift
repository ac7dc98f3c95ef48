// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension PlanEditor {
  /// The cheapest place for a visit of one person, and the next best one on another shift where that is
  /// asked for; without a candidate where there is none.
  ///
  /// - Parameters:
  ///   - blink: out of 256, how often a candidate is overlooked.
  ///   - limit: what costs more is not looked for.
  ///   - onlyChanged: look at the ``changed`` shifts alone.
  mutating func cheapestPlace(
    for visit: Int,
    upTo limit: Int = DenseProblem.never - 1,
    blink: Int,
    onlyChanged: Bool = false,
    withSecond: Bool = false,
    random: inout SeededGenerator
  ) -> (best: Insertion, second: Insertion) {
    let none = Insertion(cost: min(limit, DenseProblem.never - 1) + 1)
    var found = Found(best: none, second: none, withSecond: withSecond)
    guard self.mayFollow(visit) else { return (found.best, found.second) }
    let slot = self.problem.slot[visit]
    self.viewSeries(of: visit)
    if onlyChanged {
      let row = slot &* self.problem.shifts
      for index in 0..<self.changed.count {
        let candidate = self.problem.candidateAt[row &+ self.changed[index]]
        guard candidate >= 0 else { continue }
        self.weigh(candidate, for: visit, blink: blink, into: &found, random: &random)
      }
    } else {
      for candidate in self.problem.candidateRange[slot]..<self.problem.candidateRange[slot &+ 1] {
        self.weigh(candidate, for: visit, blink: blink, into: &found, random: &random)
      }
    }
    return (found.best, found.second)
  }

  private struct Found {
    var best: Insertion
    var second: Insertion
    let withSecond: Bool
  }

  @inline(__always)
  private mutating func weigh(
    _ candidate: Int,
    for visit: Int,
    blink: Int,
    into found: inout Found,
    random: inout SeededGenerator
  ) {
    let shift = self.problem.candidate[candidate]
    let minutes = self.problem.minutes[visit]
    guard self.plan.contact[shift] &+ minutes <= self.problem.contactLimit[shift] else { return }
    self.refresh(visit, at: candidate)
    let limit = found.withSecond ? found.second.cost : found.best.cost
    guard self.memoCost[candidate] < DenseProblem.never else { return }
    let person = self.problem.person[shift]
    let points = self.seriesPoints(person: person, day: self.problem.day[shift])
    guard points < DenseProblem.never else { return }
    // The balance can only be gained by whoever has the least to do.
    var extra = self.problem.candidateCost[candidate] &+ points
    let gains = self.hasLeast(person)
    guard gains || self.memoCost[candidate] &+ extra < limit else { return }
    if blink > 0, Int(random.next() & 255) < blink { return }
    extra &+= self.balancePoints(person, more: minutes)
    guard self.memoCost[candidate] &+ extra < limit else { return }
    if self.memoPosition[candidate] < 0 {
      self.findPosition(visit, candidate: candidate)
      guard self.memoCost[candidate] < DenseProblem.never else { return }
    }
    let week = self.plan.week[person] &+ minutes &+ self.memoTravel[candidate]
    guard week <= self.problem.weekLimit[person] else { return }
    let cost = self.memoCost[candidate] &+ extra
    let place = Insertion(candidate: candidate, position: self.memoPosition[candidate], cost: cost)
    if cost < found.best.cost {
      found.second = found.best
      found.best = place
    } else if cost < found.second.cost {
      found.second = place
    }
  }

  /// What putting a visit in may cost.
  @inline(__always)
  private func worth(of visit: Int) -> Int { self.problem.weight[visit] &+ self.generosity }

  /// A visit to be put in.
  struct Pending {
    let visit: Int
    /// It found no place in the plan before this round, so only days that have changed are tried.
    let onlyChanged: Bool
  }

  /// Puts a visit in at its cheapest place if that costs no more than it is worth.
  mutating func putInCheaply(_ pending: Pending, blink: Int, random: inout SeededGenerator) -> Bool {
    let visit = pending.visit
    guard self.problem.impossible[visit] == 0, !self.isPlaced(visit) else { return false }
    if self.problem.isJoint(visit) {
      return self.mayFollow(visit) && self.putInJoint(pending, upTo: self.worth(of: visit), random: &random)
    }
    for _ in 0..<6 {
      let (best, _) = self.cheapestPlace(
        for: visit,
        upTo: self.worth(of: visit),
        blink: blink,
        onlyChanged: pending.onlyChanged,
        random: &random
      )
      guard best.candidate >= 0 else { return self.putInByShifting(pending, random: &random) }
      if self.putIn(visit, at: best.candidate, position: best.position) { return true }
      // The memo was of an older plan around this day.
      self.memoCost[best.candidate] = DenseProblem.never
    }
    return false
  }

  /// Puts in what finds no other place by having tied visits start later; tried the more often, the more of them
  /// there are, and never where there are none.
  private mutating func putInByShifting(_ pending: Pending, random: inout SeededGenerator) -> Bool {
    guard self.problem.hasTies, random.below(self.problem.visits) < 4 &* self.problem.ties else { return false }
    return self.putInByShifting(
      pending.visit, upTo: self.worth(of: pending.visit), onlyChanged: pending.onlyChanged)
  }

  /// Puts in `pending` in its order, then what had to wait for another visit.
  mutating func recreate(_ pending: [Pending], blink: Int, random: inout SeededGenerator) {
    var waiting: [Pending] = []
    for entry in pending where !self.putInCheaply(entry, blink: blink, random: &random) {
      let visit = entry.visit
      if self.problem.before[visit] < self.problem.before[visit &+ 1] && self.problem.impossible[visit] == 0
        && !self.isPlaced(visit)
      {
        waiting.append(Pending(visit: visit, onlyChanged: false))
      }
    }
    while !waiting.isEmpty {
      let left = waiting.filter { !self.mayFollow($0.visit) || !self.putInCheaply($0, blink: 0, random: &random) }
      if left.count == waiting.count { return }
      waiting = left
    }
  }

  /// Puts in, time after time, the visit of `pending` that would lose most by waiting.
  ///
  /// What a visit would lose is worked out anew when a day of the person it would go to, or of the next best, has changed, or
  /// a visit of its series or at its place has come in; on the day that has just changed it is always looked up.
  mutating func recreateByRegret(_ pending: [Pending], random: inout SeededGenerator) {
    let joint = pending.filter { self.problem.isJoint($0.visit) }
    for entry in joint { _ = self.putInCheaply(entry, blink: 0, random: &random) }
    var open: [Choice] = []
    for entry in pending
    where !self.problem.isJoint(entry.visit) && self.problem.impossible[entry.visit] == 0
      && !self.isPlaced(entry.visit)
    {
      open.append(self.choice(for: entry, random: &random))
    }
    while true {
      var (chosen, loss) = (-1, Int.min)
      for index in open.indices where open[index].best.candidate >= 0 {
        let regret = open[index].second &- open[index].best.cost
        if regret > loss { (chosen, loss) = (index, regret) }
      }
      guard chosen >= 0 else { break }
      let choice = open[chosen]
      let shift = self.problem.candidate[choice.best.candidate]
      guard self.putIn(choice.entry.visit, at: choice.best.candidate, position: choice.best.position) else {
        self.memoCost[choice.best.candidate] = DenseProblem.never
        open[chosen] = self.choice(for: choice.entry, random: &random)
        if open[chosen].best.candidate == choice.best.candidate { open.remove(at: chosen) }
        continue
      }
      open.swapAt(chosen, open.count - 1)
      open.removeLast()
      for index in open.indices { self.renew(&open[index], after: choice.entry.visit, on: shift, random: &random) }
    }
    for choice in open { _ = self.putInByShifting(choice.entry, random: &random) }
    self.recreate(joint, blink: 0, random: &random)
  }

  private struct Choice {
    let entry: Pending
    var best: Insertion
    /// The next best cost on another shift, at most what the visit is worth.
    var second: Int
    var secondShift = -1
  }

  private mutating func choice(for entry: Pending, random: inout SeededGenerator) -> Choice {
    let (best, second) = self.cheapestPlace(
      for: entry.visit,
      upTo: self.worth(of: entry.visit),
      blink: 0,
      onlyChanged: entry.onlyChanged,
      withSecond: true,
      random: &random
    )
    return Choice(entry: entry, best: best, second: second.cost, secondShift: self.shift(of: second))
  }

  private func shift(of place: Insertion) -> Int {
    place.candidate < 0 ? -1 : self.problem.candidate[place.candidate]
  }

  /// Whether the two shifts share the limit of one person's week; false for no shift (-1).
  private func isPerson(of shift: Int, alsoOn other: Int) -> Bool {
    shift >= 0 && self.problem.person[shift] == self.problem.person[other]
  }

  private mutating func renew(
    _ choice: inout Choice,
    after arrived: Int,
    on shift: Int,
    random: inout SeededGenerator
  ) {
    let visit = choice.entry.visit
    let series = self.problem.series[visit]
    let isAffected =
      self.isPerson(of: self.shift(of: choice.best), alsoOn: shift)
      || self.isPerson(of: choice.secondShift, alsoOn: shift)
      || (series >= 0 && series == self.problem.series[arrived])
      || (self.problem.place[visit] == self.problem.place[arrived]
        && self.problem.crowded[self.problem.place[visit]] == 1)
      || (self.problem.ordered[visit] == 1 && self.problem.ordered[arrived] == 1)
    if isAffected {
      choice = self.choice(for: choice.entry, random: &random)
      return
    }
    let candidate = self.problem.candidateAt[self.problem.slot[visit] &* self.problem.shifts &+ shift]
    guard candidate >= 0, self.mayFollow(visit) else { return }
    self.viewSeries(of: visit)
    var found = Found(best: choice.best, second: Insertion(cost: choice.second), withSecond: true)
    self.weigh(candidate, for: visit, blink: 0, into: &found, random: &random)
    guard found.best.candidate != choice.best.candidate || found.second.cost < choice.second else { return }
    choice.secondShift =
      found.best.candidate != choice.best.candidate ? self.shift(of: choice.best) : self.shift(of: found.second)
    choice.best = found.best
    choice.second = found.second.cost
  }
}
