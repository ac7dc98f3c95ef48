// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// Which working days may take each slot of each visit, seen alone.
struct CandidateTable {
  /// By slot: positions of shifts, ascending; at most ``limit``, those with the shortest way there and back.
  var shifts: [[Int]] = []
  /// What the wishes for staff and against change add, the latter only for visits of one person.
  var costs: [[Int]] = []
  /// By visit: some slot has no candidate.
  var impossible: [Bool] = []

  static let limit = 400

  init(
    _ problem: RotaProblem,
    places: [Int],
    work: ShiftTable,
    starts: StartTables,
    held: [[RotaAnswer.Assignment]]
  ) {
    let days = problem.horizon.days
    for (position, visit) in problem.visits.enumerated() {
      let place = places[position]
      var hopeless = problem.places[place].rooms == 0
      for (slot, needed) in visit.slots.enumerated() {
        var able: [(way: Int, shift: Int, cost: Int)] = []
        var judged: [Int: Bool] = [:]
        for day in 0..<days {
          let ranges = starts.possible[position * days + day]
          guard let first = ranges.first, let last = ranges.last else { continue }
          for shift in work.onDay[day] {
            let (person, hours) = (work.shifts[shift].person, work.shifts[shift].shift)
            let allowed: Bool
            if let known = judged[person] {
              allowed = known
            } else {
              allowed = Self.allows(problem.staff[person], visit, slot: slot, needed: needed)
              judged[person] = allowed
            }
            guard allowed, visit.minutes <= problem.staff[person].contactMinutes ?? .max else { continue }
            let there = problem.travel[problem.placeIndex[hours.from] ?? 0, place]
            let back = problem.travel[place, problem.placeIndex[hours.to] ?? 0]
            guard hours.start + there <= last.upperBound,
              max(hours.start + there, first.lowerBound) + visit.minutes + back <= hours.end
            else { continue }
            let cost = Self.cost(
              of: problem.staff[person].id,
              on: day,
              for: visit,
              held: held[position],
              weights: problem.weights
            )
            able.append((there + back, shift, cost))
          }
        }
        if able.count > Self.limit {
          able.sort { ($0.way, $0.shift) < ($1.way, $1.shift) }
          able.removeLast(able.count - Self.limit)
        }
        able.sort { $0.shift < $1.shift }
        hopeless = hopeless || able.isEmpty
        self.shifts.append(able.map(\.shift))
        self.costs.append(able.map(\.cost))
      }
      self.impossible.append(hopeless)
    }
  }

  static func allows(
    _ person: RotaProblem.Staff,
    _ visit: RotaProblem.Visit,
    slot: Int,
    needed: Set<String>
  ) -> Bool {
    if let pinned = visit.pin?.staff, slot >= pinned.count || pinned[slot] != person.id { return false }
    return needed.isSubset(of: person.skills) && !visit.forbidStaff.contains(person.id)
  }

  private static func cost(
    of person: StaffID,
    on day: Int,
    for visit: RotaProblem.Visit,
    held: [RotaAnswer.Assignment],
    weights: RotaProblem.Weights
  ) -> Int {
    var cost = 0
    if !visit.preferStaff.isEmpty, !visit.preferStaff.contains(person) { cost += weights.preferStaff }
    if visit.slots.count == 1 {
      for entry in held {
        if entry.staff != [person] { cost += weights.changedStaff }
        if entry.day != day { cost += weights.changedDay }
      }
    }
    return cost
  }
}
