// SPDX-License-Identifier: Apache-2.0

import Scheduling

extension PlanEditor {
  /// The plan as an answer: assignments by day, start and position of the visit, the breaks that are due, and
  /// a reason for every visit left out.
  mutating func answer(to source: RotaProblem) -> RotaAnswer {
    let problem = self.problem
    let placed = (0..<problem.visits).filter { self.isPlaced($0) }.sorted {
      (self.plan.day[$0], self.plan.start[$0], $0) < (self.plan.day[$1], self.plan.start[$1], $1)
    }
    let assignments = placed.map { visit in
      RotaAnswer.Assignment(
        visit: source.visits[visit].id,
        staff: (problem.slot[visit]..<problem.slot[visit + 1]).map {
          source.staff[problem.person[self.plan.holder[$0]]].id
        },
        day: self.plan.day[visit],
        start: self.plan.start[visit]
      )
    }
    let breaks = (0..<problem.shifts).compactMap { shift in
      self.rest(on: shift).map {
        RotaAnswer.Rest(staff: source.staff[problem.person[shift]].id, day: problem.day[shift], start: $0)
      }
    }
    var unassigned: [RotaAnswer.LeftOut] = []
    for visit in 0..<problem.visits where !self.isPlaced(visit) {
      unassigned.append(
        RotaAnswer.LeftOut(visit: source.visits[visit].id, reason: self.reason(for: visit, in: source))
      )
    }
    return RotaAnswer(
      problem: source.name,
      assignments: assignments,
      breaks: breaks,
      unassigned: unassigned,
      cost: self.cost
    )
  }

  /// The first start of the break between the stops as they stand; `nil` when none is due.
  private func rest(on shift: Int) -> Int? {
    let count = self.plan.count[shift]
    guard count > 0, self.problem.restDue[shift] == 1 else { return nil }
    let first = shift * self.problem.stopLimit
    let length = self.problem.restMinutes[shift]
    let last = self.problem.restLatest[shift] - length
    for gap in 0...count {
      let before = gap == 0 ? -1 : self.plan.stops[first + gap - 1]
      let behind = gap == count ? -1 : self.plan.stops[first + gap]
      let free =
        before < 0 ? self.problem.opens[shift] : self.plan.start[before] + self.problem.minutes[before]
      let taken = behind < 0 ? self.problem.closes[shift] : self.plan.start[behind]
      let leg = self.problem.minutes(
        before < 0 ? self.problem.from[shift] : self.problem.place[before],
        behind < 0 ? self.problem.to[shift] : self.problem.place[behind]
      )
      let atOnce = self.problem.onGrid(max(free, self.problem.restEarliest[shift]))
      if atOnce <= last && atOnce + length + leg <= taken { return atOnce }
      let onArrival = self.problem.onGrid(max(free + leg, self.problem.restEarliest[shift]))
      if onArrival <= last && onArrival + length <= taken { return onArrival }
    }
    return nil
  }
}
