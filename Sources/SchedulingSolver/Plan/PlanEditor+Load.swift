// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

extension PlanEditor {
  /// Takes over what it can of a rota made elsewhere; the plan is empty before.
  ///
  /// - Parameter isSound: the rota breaks no rule. Then it is taken over whole, with its order of stops;
  ///   starts may move where that costs nothing more. Otherwise, and where the whole does not go in, visit
  ///   by visit in order of time, each only where it fits.
  mutating func load(_ answer: RotaAnswer, of source: RotaProblem, isSound: Bool) {
    let entries = self.entries(of: answer, source)
    if isSound && entries.count == answer.assignments.count && self.loadWhole(entries) { return }
    for entry in entries where !self.isPlaced(entry.visit) { self.load(entry) }
  }

  private struct Entry {
    let visit: Int
    let day: Int
    let start: Int
    let shifts: [Int]
  }

  /// What stands in known ids and on working days that may take it, in order of time.
  private func entries(of answer: RotaAnswer, _ source: RotaProblem) -> [Entry] {
    var shiftOf: [[Int]: Int] = [:]
    for shift in 0..<self.problem.shifts {
      shiftOf[[self.problem.person[shift], self.problem.day[shift]]] = shift
    }
    var entries: [Entry] = []
    for assignment in answer.assignments {
      guard let visit = source.visitIndex[assignment.visit] else { continue }
      let shifts = assignment.staff.compactMap { id in
        source.staffIndex[id].flatMap { shiftOf[[$0, assignment.day]] }
      }
      let slot = self.problem.slot[visit]
      guard shifts.count == assignment.staff.count, shifts.count == self.problem.slots(of: visit),
        Set(shifts).count == shifts.count,
        shifts.indices.allSatisfy({ self.candidate(slot + $0, shifts[$0]) != nil })
      else { continue }
      entries.append(Entry(visit: visit, day: assignment.day, start: assignment.start, shifts: shifts))
    }
    return entries.sorted { ($0.day, $0.start, $0.visit) < ($1.day, $1.start, $1.visit) }
  }

  private func candidate(_ slot: Int, _ shift: Int) -> Int? {
    let candidate = self.problem.candidateAt[slot * self.problem.shifts + shift]
    return candidate < 0 ? nil : candidate
  }

  private mutating func loadWhole(_ entries: [Entry]) -> Bool {
    for entry in entries {
      for shift in entry.shifts where self.plan.count[shift] >= self.problem.stopLimit { return self.empty() }
      self.setDay(entry.day, of: entry.visit)
      self.plan.start[entry.visit] = entry.start
      for (index, shift) in entry.shifts.enumerated() {
        self.plan.holder[self.problem.slot[entry.visit] + index] = shift
        self.insertStop(entry.visit, into: shift, position: self.plan.count[shift])
      }
      self.countIn(entry.visit)
    }
    for shift in 0..<self.problem.shifts where self.plan.count[shift] > 0 {
      if !self.reschedule(shift) { return self.empty() }
    }
    return true
  }

  /// Takes everything out; the result is always false.
  private mutating func empty() -> Bool {
    for visit in 0..<self.problem.visits { self.takeOut(visit) }
    self.settle()
    return false
  }

  private mutating func load(_ entry: Entry) {
    guard self.mayFollow(entry.visit) else { return }
    let minutes = self.problem.minutes[entry.visit]
    for shift in entry.shifts {
      guard self.plan.contact[shift] + minutes <= self.problem.contactLimit[shift],
        self.plan.count[shift] < self.problem.stopLimit
      else { return }
    }
    if entry.shifts.count > 1 {
      if self.seriesAllows(entry.visit, day: entry.day, shifts: entry.shifts) {
        let stops = entry.shifts.map { ($0, self.position(of: entry.start, on: $0)) }
        _ = self.putIn(entry.visit, start: entry.start, at: stops)
      }
      return
    }
    let shift = entry.shifts[0]
    let person = self.problem.person[shift]
    self.viewSeries(of: entry.visit)
    guard let candidate = self.candidate(self.problem.slot[entry.visit], shift),
      self.seriesPoints(person: person, day: entry.day) < DenseProblem.never
    else { return }
    self.refresh(entry.visit, at: candidate)
    guard self.memoCost[candidate] < DenseProblem.never else { return }
    self.findPosition(entry.visit, candidate: candidate)
    guard self.memoCost[candidate] < DenseProblem.never,
      self.plan.week[person] + minutes + self.memoTravel[candidate] <= self.problem.weekLimit[person]
    else { return }
    let position = self.position(of: entry.start, on: shift)
    let added = self.addedTravel(self.problem.place[entry.visit], on: shift, position: position)
    if self.plan.week[person] + minutes + added <= self.problem.weekLimit[person],
      self.putIn(entry.visit, at: candidate, position: position)
    {
      return
    }
    _ = self.putIn(entry.visit, at: candidate, position: self.memoPosition[candidate])
  }

  private func position(of start: Int, on shift: Int) -> Int {
    let first = shift * self.problem.stopLimit
    return (0..<self.plan.count[shift]).first { self.plan.start[self.plan.stops[first + $0]] > start }
      ?? self.plan.count[shift]
  }

  private func seriesAllows(_ visit: Int, day: Int, shifts: [Int]) -> Bool {
    let series = self.problem.series[visit]
    guard series >= 0 else { return true }
    for index in self.problem.seriesRange[series]..<self.problem.seriesRange[series + 1] {
      let other = self.problem.seriesMember[index]
      guard other != visit, self.isPlaced(other) else { continue }
      if abs(self.plan.day[other] - day) < self.problem.seriesGap[series] { return false }
      guard self.problem.seriesMode[series] == 2 else { continue }
      let slot = self.problem.slot[other]
      let people = (slot..<self.problem.slot[other + 1]).map { self.problem.person[self.plan.holder[$0]] }
      if people != shifts.map({ self.problem.person[$0] }) { return false }
    }
    return true
  }
}
