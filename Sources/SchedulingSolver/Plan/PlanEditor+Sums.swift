// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension PlanEditor {
  /// Adds what a visit costs and frees apart from its routes; its slots are already held.
  mutating func countIn(_ visit: Int) {
    self.plan.sums.leftOutPoints -= self.problem.weight[visit]
    self.plan.sums.leftOut -= 1
    self.plan.sums.fixedPoints += self.fixedPoints(of: visit)
    self.plan.sums.extraLists += self.addedLists(with: visit)
    self.work(visit, sign: 1)
  }

  /// The reverse of `countIn`, while the visit's slots are still held.
  mutating func countOut(_ visit: Int) {
    self.plan.sums.leftOutPoints += self.problem.weight[visit]
    self.plan.sums.leftOut += 1
    self.plan.sums.fixedPoints -= self.fixedPoints(of: visit)
    self.plan.sums.extraLists -= self.addedLists(with: visit)
    self.work(visit, sign: -1)
  }

  private mutating func work(_ visit: Int, sign: Int) {
    let minutes = self.problem.minutes[visit] * sign
    for slot in self.problem.slot[visit]..<self.problem.slot[visit + 1] {
      let shift = self.plan.holder[slot]
      let person = self.problem.person[shift]
      self.plan.contact[shift] += minutes
      self.plan.contactWeek[person] += minutes
      self.plan.week[person] += minutes
      if self.problem.role[person] >= 0 { self.compareLoads(of: self.problem.role[person]) }
    }
  }

  private func fixedPoints(of visit: Int) -> Int {
    var points = 0
    for slot in self.problem.slot[visit]..<self.problem.slot[visit + 1] {
      let shift = self.plan.holder[slot]
      points += self.problem.candidateCost[self.problem.candidateAt[slot &* self.problem.shifts &+ shift]]
    }
    guard self.problem.isJoint(visit) else { return points }
    return points + self.jointChangePoints(visit, day: self.plan.day[visit]) { self.plan.holder[$0] }
  }

  /// Points against the published rota for a visit of several people, held as `holder` says.
  func jointChangePoints(_ visit: Int, day: Int, holder: (Int) -> Int) -> Int {
    var points = 0
    let first = self.problem.slot[visit]
    let count = self.problem.slots(of: visit)
    for entry in self.problem.heldRange[visit]..<self.problem.heldRange[visit + 1] {
      if self.problem.heldDay[entry] != day { points += self.problem.weights.changedDay }
      let people = self.problem.heldPeople[entry]
      var same = self.problem.heldPeople[entry + 1] - people == count
      if same {
        for index in 0..<count
        where self.problem.heldPerson[people + index] != self.problem.person[holder(first + index)] {
          same = false
        }
      }
      if !same { points += self.problem.weights.changedStaff }
    }
    return points
  }

  /// 1 when the visit's list of people is one more than its series would use without it.
  private func addedLists(with visit: Int) -> Int {
    let series = self.problem.series[visit]
    guard series >= 0, self.problem.seriesMode[series] == 1 else { return 0 }
    var others = false
    for index in self.problem.seriesRange[series]..<self.problem.seriesRange[series + 1] {
      let other = self.problem.seriesMember[index]
      guard other != visit, self.isPlaced(other) else { continue }
      others = true
      if self.haveSamePeople(visit, other) { return 0 }
    }
    return others ? 1 : 0
  }

  private func haveSamePeople(_ visit: Int, _ other: Int) -> Bool {
    let count = self.problem.slots(of: visit)
    guard count == self.problem.slots(of: other) else { return false }
    for index in 0..<count {
      let mine = self.plan.holder[self.problem.slot[visit] + index]
      let theirs = self.plan.holder[self.problem.slot[other] + index]
      if self.problem.person[mine] != self.problem.person[theirs] { return false }
    }
    return true
  }

  /// Finds the ends of a role's loads anew and counts the change of their distance.
  mutating func compareLoads(of role: Int) {
    let load = self.plan.load.part(from: role * 6, count: 6)
    var (most, mostBy, nextMost) = (-1, -1, -1)
    var (least, leastBy, nextLeast) = (DenseProblem.never, -1, DenseProblem.never)
    for index in self.problem.roleRange[role]..<self.problem.roleRange[role + 1] {
      let person = self.problem.roleMember[index]
      let share = self.share(of: person, more: 0)
      if share > most {
        (most, mostBy, nextMost) = (share, person, most)
      } else if share > nextMost {
        nextMost = share
      }
      if share < least {
        (least, leastBy, nextLeast) = (share, person, least)
      } else if share < nextLeast {
        nextLeast = share
      }
    }
    self.plan.sums.spread += (most - least) - (load[0] - load[3])
    (load[0], load[1], load[2], load[3], load[4], load[5]) = (
      most, mostBy, nextMost, least, leastBy, nextLeast
    )
  }

  /// Whether `person` alone holds up the smaller end of the balance.
  @inline(__always)
  func hasLeast(_ person: Int) -> Bool {
    let role = self.problem.role[person]
    return role >= 0 && self.plan.load[role &* 6 &+ 4] == person
  }

  /// By how many points the balance changes when `person` works `minutes` more.
  @inline(__always)
  func balancePoints(_ person: Int, more minutes: Int) -> Int {
    let role = self.problem.role[person]
    guard role >= 0 else { return 0 }
    let load = self.plan.load.part(from: role &* 6, count: 6)
    let share = self.share(of: person, more: minutes)
    let most = max(share, load[1] == person ? load[2] : load[0])
    let least = min(share, load[4] == person ? load[5] : load[3])
    return self.problem.weights.balance &* ((most &- least) &- (load[0] &- load[3]))
  }

  /// By how many points the balance changes when two people work more, each by their own minutes.
  ///
  /// Cost: proportional to the people of a role that both are in.
  func balancePoints(_ first: Int, more minutes: Int, _ second: Int, more others: Int) -> Int {
    guard first != second else { return self.balancePoints(first, more: minutes &+ others) }
    let role = self.problem.role[first]
    guard role >= 0, role == self.problem.role[second] else {
      return self.balancePoints(first, more: minutes) &+ self.balancePoints(second, more: others)
    }
    return self.balancePoints(role) { person in
      self.share(of: person, more: person == first ? minutes : person == second ? others : 0)
    }
  }

  /// A number of points below which the change of the balance cannot fall, whatever two people work.
  func leastBalancePoints(_ first: Int, _ second: Int) -> Int {
    let roles = (self.problem.role[first], self.problem.role[second])
    func least(_ role: Int) -> Int {
      role < 0
        ? 0 : self.balancePoints(role) { $0 == first || $0 == second ? nil : self.share(of: $0, more: 0) }
    }
    return roles.0 == roles.1 ? least(roles.0) : least(roles.0) &+ least(roles.1)
  }

  /// Points by which the balance of a role changes when its people have these loads; `nil` = not looked at.
  private func balancePoints(_ role: Int, load: (Int) -> Int?) -> Int {
    var (most, least) = (-1, DenseProblem.never)
    for index in self.problem.roleRange[role]..<self.problem.roleRange[role &+ 1] {
      guard let share = load(self.problem.roleMember[index]) else { continue }
      most = max(most, share)
      least = min(least, share)
    }
    let before = self.plan.load[role &* 6] &- self.plan.load[role &* 6 &+ 3]
    return self.problem.weights.balance &* (max(0, most &- least) &- before)
  }

  /// The load of a person who works `minutes` more.
  @inline(__always)
  private func share(of person: Int, more minutes: Int) -> Int {
    100 &* (self.plan.contactWeek[person] &+ minutes) / self.problem.shiftMinutes[person]
  }
}
