// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// What a further half day may be worth in cost points, cheaply: for choosing which to solve for, not for
/// telling anyone.
///
/// Two parts. What the new person could do at once: left-out visits put one after another into their shift,
/// the dearest minute first. And half of what relief could bring: where they take over visits of others on
/// that day, those have time for left-out visits.
struct HalfDayEstimate {
  let rota: PlacedRota
  let problem: RotaProblem
  private let leftOut: [Int]

  /// - Parameter answer: breaks no rule.
  init(_ answer: RotaAnswer, of problem: RotaProblem) {
    let rota = PlacedRota(answer, of: problem)
    self.rota = rota
    self.problem = problem
    self.leftOut = problem.visits.indices.filter { rota.placement(of: $0) == nil }.sorted { a, b in
      let (left, right) = (problem.visits[a], problem.visits[b])
      let (x, y) = (left.weight * right.minutes, right.weight * left.minutes)
      return x == y ? a < b : x > y
    }
  }

  func points(of change: ExtraHalfDay) throws -> Int {
    let person = change.person
    guard let shift = person.shifts.first else { return 0 }
    let (gain, done, minutes) = try self.direct(change)
    let room = min(shift.end - shift.start, person.contactMinutes ?? .max) - minutes
    return gain + self.relief(of: person, on: shift, room: room, besides: done) / 2
  }

  private func direct(_ change: ExtraHalfDay) throws -> (gain: Int, done: Set<Int>, minutes: Int) {
    let changed = try change.applied(to: self.problem)
    let extra = changed.staff.count - 1
    let day = change.person.shifts.first?.day ?? 0
    var assignments = self.rota.placements.map { placement in
      RotaAnswer.Assignment(
        visit: self.problem.visits[placement.visit].id,
        staff: placement.staff.map { self.problem.staff[$0].id },
        day: placement.day,
        start: placement.start
      )
    }
    var rota = PlacedRota(RotaAnswer(problem: changed.name, assignments: assignments), of: changed)
    var (gain, done, minutes) = (0, Set<Int>(), 0)
    for visit in self.leftOut where changed.visits[visit].slots.count == 1 {
      let asked = changed.visits[visit]
      guard asked.slots[0].isSubset(of: change.person.skills), asked.windows.contains(where: { $0.day == day })
      else { continue }
      let search = InsertionSearch(visit, in: rota)
      guard case .open(let openings) = search.outcome(of: extra, slot: 0, on: day) else { continue }
      let fixed = search.groupCost([extra], on: day)
      let best = openings.map { (cost: (fixed + search.startCost($0, on: day)).total, start: $0.start) }
        .min { ($0.cost, $0.start) < ($1.cost, $1.start) }
      guard let best, best.cost < asked.weight else { continue }
      gain += asked.weight - best.cost
      minutes += asked.minutes
      done.insert(visit)
      assignments.append(
        RotaAnswer.Assignment(visit: asked.id, staff: [change.person.id], day: day, start: best.start)
      )
      rota = PlacedRota(RotaAnswer(problem: changed.name, assignments: assignments), of: changed)
    }
    return (gain, done, minutes)
  }

  /// The weight of left-out visits that people could do that day whose own visits the new person can take.
  private func relief(
    of person: RotaProblem.Staff,
    on shift: RotaProblem.Shift,
    room: Int,
    besides done: Set<Int>
  ) -> Int {
    var (freed, relieved) = (0, Set<Int>())
    for placement in self.rota.placements where placement.day == shift.day && placement.staff.count == 1 {
      let visit = self.problem.visits[placement.visit]
      guard visit.slots[0].isSubset(of: person.skills), visit.pin == nil, shift.start <= placement.start,
        placement.end <= shift.end
      else { continue }
      freed += visit.minutes
      relieved.formUnion(placement.staff)
    }
    var (left, weight) = (min(freed, room), 0)
    for position in self.leftOut where !done.contains(position) {
      let visit = self.problem.visits[position]
      guard visit.minutes <= left, visit.windows.contains(where: { $0.day == shift.day }),
        relieved.contains(where: { visit.slots[0].isSubset(of: self.problem.staff[$0].skills) })
      else { continue }
      left -= visit.minutes
      weight += visit.weight
    }
    return weight
  }
}
