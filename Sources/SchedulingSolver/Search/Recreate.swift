// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension PlanEditor {
  /// The cheapest place for a visit of one person, and the next best cost on another shift where that is
  /// asked for.
  ///
  /// - Parameter blink: out of 256, how often a candidate is overlooked.
  mutating func cheapestPlace(
    for visit: Int,
    blink: Int,
    withSecond: Bool = false,
    random: inout SeededGenerator
  ) -> (best: Insertion, second: Int) {
    var best = Insertion()
    var second = DenseProblem.never
    guard self.mayFollow(visit) else { return (best, second) }
    let slot = self.problem.slot[visit]
    let minutes = self.problem.minutes[visit]
    for candidate in self.problem.candidateRange[slot]..<self.problem.candidateRange[slot &+ 1] {
      let shift = self.problem.candidate[candidate]
      guard self.plan.contact[shift] &+ minutes <= self.problem.contactLimit[shift] else { continue }
      if blink > 0, Int(random.next() & 255) < blink { continue }
      self.refresh(visit, at: candidate)
      guard self.memoCost[candidate] < DenseProblem.never else { continue }
      let person = self.problem.person[shift]
      let points = self.seriesPoints(visit, person: person, day: self.problem.day[shift])
      guard points < DenseProblem.never else { continue }
      let extra =
        self.problem.candidateCost[candidate] &+ points &+ self.balancePoints(person, more: minutes)
      let limit = withSecond ? second : best.cost
      guard self.memoCost[candidate] &+ extra < limit else { continue }
      if self.memoPosition[candidate] < 0 {
        self.findPosition(visit, candidate: candidate)
        guard self.memoCost[candidate] < DenseProblem.never else { continue }
      }
      let week = self.plan.week[person] &+ minutes &+ self.memoTravel[candidate]
      guard week <= self.problem.weekLimit[person] else { continue }
      let cost = self.memoCost[candidate] &+ extra
      if cost < best.cost {
        second = best.cost
        best = Insertion(candidate: candidate, position: self.memoPosition[candidate], cost: cost)
      } else if cost < second {
        second = cost
      }
    }
    return (best, second)
  }

  /// What putting a visit in may cost.
  @inline(__always)
  private func worth(of visit: Int) -> Int { self.problem.weight[visit] &+ self.generosity }

  /// Puts a visit in at its cheapest place if that costs no more than it is worth.
  mutating func putInCheaply(_ visit: Int, blink: Int, random: inout SeededGenerator) -> Bool {
    guard self.problem.impossible[visit] == 0, !self.isPlaced(visit) else { return false }
    if self.problem.isJoint(visit) {
      return self.mayFollow(visit) && self.putInJoint(visit, upTo: self.worth(of: visit), random: &random)
    }
    for _ in 0..<6 {
      let (best, _) = self.cheapestPlace(for: visit, blink: blink, random: &random)
      guard best.candidate >= 0, best.cost <= self.worth(of: visit) else { return false }
      if self.putIn(visit, at: best.candidate, position: best.position) { return true }
      // The memo was of an older plan around this day.
      self.memoCost[best.candidate] = DenseProblem.never
    }
    return false
  }

  /// Puts in `pending` in its order, then what had to wait for another visit.
  mutating func recreate(_ pending: [Int], blink: Int, random: inout SeededGenerator) {
    var waiting: [Int] = []
    for visit in pending where !self.putInCheaply(visit, blink: blink, random: &random) {
      if self.problem.ordered[visit] == 1 && self.problem.impossible[visit] == 0 && !self.isPlaced(visit) {
        waiting.append(visit)
      }
    }
    while !waiting.isEmpty {
      let left = waiting.filter { !self.putInCheaply($0, blink: 0, random: &random) }
      if left.count == waiting.count { return }
      waiting = left
    }
  }

  /// Puts in, time after time, the visit of `pending` that would lose most by waiting.
  mutating func recreateByRegret(_ pending: [Int], random: inout SeededGenerator) {
    var open = pending.filter { !self.problem.isJoint($0) && self.problem.impossible[$0] == 0 }
    let joint = pending.filter { self.problem.isJoint($0) }
    for visit in joint { _ = self.putInCheaply(visit, blink: 0, random: &random) }
    while true {
      var (chosen, loss, place) = (-1, Int.min, Insertion())
      for (index, visit) in open.enumerated() where !self.isPlaced(visit) {
        let (best, second) = self.cheapestPlace(
          for: visit,
          blink: 0,
          withSecond: true,
          random: &random
        )
        let weight = self.worth(of: visit)
        guard best.candidate >= 0, best.cost <= weight else { continue }
        let regret = min(second, weight) - best.cost
        if regret > loss { (chosen, loss, place) = (index, regret, best) }
      }
      guard chosen >= 0 else { break }
      if self.putIn(open[chosen], at: place.candidate, position: place.position) {
        open.swapAt(chosen, open.count - 1)
        open.removeLast()
      } else {
        self.memoCost[place.candidate] = DenseProblem.never
        if self.problem.ordered[open[chosen]] == 1 { open.remove(at: chosen) }
      }
    }
    self.recreate(joint, blink: 0, random: &random)
  }
}
