// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension PlanEditor {
  /// The first start of `visit` at or after `time` on `shift`'s day that its windows and the rest of the plan
  /// allow; `DenseProblem.never` when there is none. A visit that must hold still has its one start.
  @inline(__always)
  func nextStart(_ visit: Int, from time: Int, on shift: Int) -> Int {
    if self.problem.plain[visit] == 1 {
      return self.windowStart(visit, from: time, day: self.problem.day[shift])
    }
    if self.holdsStill(visit, on: shift) {
      let start = self.plan.start[visit]
      return start >= time ? start : DenseProblem.never
    }
    return self.freeStart(visit, from: time, on: shift)
  }

  /// By the visit's own windows alone.
  @inline(__always)
  func windowStart(_ visit: Int, from time: Int, day: Int) -> Int {
    let row = visit &* self.problem.days &+ day
    var index = self.problem.startRange[row]
    let end = self.problem.startRange[row &+ 1]
    while index < end {
      if self.problem.startHigh[index] >= time {
        let low = self.problem.startLow[index]
        if low >= time { return low }
        let start = self.problem.onGrid(time)
        if start <= self.problem.startHigh[index] { return start }
      }
      index &+= 1
    }
    return DenseProblem.never
  }

  /// The last start at or before `time` by the visit's own windows; -1 when there is none.
  @inline(__always)
  func lastWindowStart(_ visit: Int, upTo time: Int, day: Int) -> Int {
    let row = visit &* self.problem.days &+ day
    let first = self.problem.startRange[row]
    var index = self.problem.startRange[row &+ 1] &- 1
    while index >= first {
      if self.problem.startLow[index] <= time {
        let high = self.problem.startHigh[index]
        if high <= time { return high }
        return time &- time % self.problem.step
      }
      index &-= 1
    }
    return -1
  }

  func holdsStill(_ visit: Int, on shift: Int) -> Bool {
    if self.problem.isJoint(visit) { return true }
    guard self.problem.ordered[visit] == 1 else { return false }
    for index in self.problem.behind[visit]..<self.problem.behind[visit &+ 1]
    where self.problem.behindGap[index] > 0 {
      let later = self.problem.behindVisit[index]
      if later == self.arriving ? self.isPlaced(visit) : self.isOn(later, shift: shift) { return true }
    }
    return false
  }

  /// As `nextStart`, also for visits that would hold still.
  func freeStart(_ visit: Int, from time: Int, on shift: Int) -> Int {
    let day = self.problem.day[shift]
    var time = time
    var limit = DenseProblem.never
    if self.problem.ordered[visit] == 1 {
      for index in self.problem.before[visit]..<self.problem.before[visit &+ 1] {
        let (earlier, gap) = (self.problem.beforeVisit[index], self.problem.beforeGap[index])
        guard self.isPlaced(earlier) else { return DenseProblem.never }
        if gap <= 0 && self.isOn(earlier, shift: shift) { continue }
        let end = self.plan.start[earlier] &+ self.problem.minutes[earlier] &+ gap
        time = max(time, (self.plan.day[earlier] &- day) &* 1440 &+ end)
      }
      for index in self.problem.behind[visit]..<self.problem.behind[visit &+ 1] {
        let (later, gap) = (self.problem.behindVisit[index], self.problem.behindGap[index])
        guard self.isPlaced(later), !self.isOn(later, shift: shift) else { continue }
        let begin = (self.plan.day[later] &- day) &* 1440 &+ self.plan.start[later]
        limit = min(limit, begin &- gap &- self.problem.minutes[visit])
      }
    }
    return self.openStart(visit, from: time, upTo: limit, on: shift)
  }

  /// The first start from `time` to `limit` that the windows of `visit` and the rooms of its place allow, with
  /// every other visit where it is; `DenseProblem.never` when there is none.
  func openStart(_ visit: Int, from time: Int, upTo limit: Int = DenseProblem.never, on shift: Int) -> Int {
    let day = self.problem.day[shift]
    let crowded = self.problem.crowded[self.problem.place[visit]] == 1
    var time = time
    while true {
      let start = self.windowStart(visit, from: time, day: day)
      guard start <= limit, start < DenseProblem.never else { return DenseProblem.never }
      guard crowded else { return start }
      let free = self.roomFree(for: visit, from: start, on: shift, day: day)
      if free == start { return start }
      time = free
    }
  }

  /// `start` when a room is free for the whole visit; otherwise a later minute before which none can be.
  /// Visits of `shift` and of the other routes of `visit` do not count: they follow one another.
  private func roomFree(for visit: Int, from start: Int, on shift: Int, day: Int) -> Int {
    let place = self.problem.place[visit]
    let end = start &+ self.problem.minutes[visit]
    let rooms = self.problem.rooms[place]
    // The visit itself may be among the guests already counted.
    let mine = self.plan.day[visit] == day ? 1 : 0
    if self.plan.guests[place &* self.problem.days &+ day] &- mine < rooms { return start }
    let range = self.problem.placeRange[place]..<self.problem.placeRange[place &+ 1]
    var overlapping = 0
    var firstEnd = DenseProblem.never
    for index in range {
      let other = self.problem.placeVisit[index]
      guard self.blocks(other, except: visit, from: start, to: end, shift: shift, day: day) else { continue }
      overlapping &+= 1
      firstEnd = min(firstEnd, self.plan.start[other] &+ self.problem.minutes[other])
    }
    if overlapping < rooms { return start }
    if rooms <= 1 { return max(firstEnd, start &+ 1) }
    // Overlapping this visit is not overlapping one another: count at each moment at which one begins.
    for index in range {
      let other = self.problem.placeVisit[index]
      guard self.blocks(other, except: visit, from: start, to: end, shift: shift, day: day) else { continue }
      let moment = max(start, self.plan.start[other])
      var inside = 0
      for index in range {
        let third = self.problem.placeVisit[index]
        if self.blocks(third, except: visit, from: moment, to: moment &+ 1, shift: shift, day: day) {
          inside &+= 1
        }
      }
      if inside >= rooms { return max(firstEnd, start &+ 1) }
    }
    return start
  }

  @inline(__always)
  private func blocks(_ other: Int, except visit: Int, from: Int, to: Int, shift: Int, day: Int) -> Bool {
    guard other != visit, self.plan.day[other] == day else { return false }
    let start = self.plan.start[other]
    return start < to && start &+ self.problem.minutes[other] > from && !self.isOn(other, shift: shift)
      && !(self.problem.isJoint(visit) && self.shareARoute(other, visit))
  }

  /// Whether a route holds both; `false` while either is left out.
  private func shareARoute(_ visit: Int, _ other: Int) -> Bool {
    for slot in self.problem.slot[other]..<self.problem.slot[other &+ 1]
    where self.plan.holder[slot] >= 0 && self.isOn(visit, shift: self.plan.holder[slot]) { return true }
    return false
  }

  /// Points that starting `visit` at `start` costs by its preferred windows and the published rota.
  func timePoints(_ visit: Int, at start: Int, day: Int) -> Int {
    guard self.problem.timeWish[visit] == 1 else { return 0 }
    var points = 0
    if self.problem.hasLiked[visit] == 1 {
      let row = visit &* self.problem.days &+ day
      var liked = false
      for index in self.problem.likedRange[row]..<self.problem.likedRange[row &+ 1]
      where self.problem.likedLow[index] <= start && start <= self.problem.likedHigh[index] { liked = true }
      if !liked { points &+= self.problem.weights.preferWindow }
    }
    for index in self.problem.heldRange[visit]..<self.problem.heldRange[visit &+ 1]
    where self.problem.heldDay[index] == day && abs(self.problem.heldStart[index] &- start) > 15 {
      points &+= self.problem.weights.changedStart
    }
    return points
  }
}
