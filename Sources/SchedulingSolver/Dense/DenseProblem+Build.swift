// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

extension DenseProblem {
  /// Lays `problem` out in `arena`, which must outlive the result.
  init(_ problem: RotaProblem, in arena: Arena) {
    let starts = StartTables(problem)
    let work = ShiftTable(problem)
    let days = problem.horizon.days
    let visits = problem.visits
    self.visits = visits.count
    self.people = problem.staff.count
    self.shifts = work.shifts.count
    self.places = problem.places.count
    self.days = days
    self.step = problem.horizon.step
    self.weights = problem.weights
    let shortest = visits.map(\.minutes).min() ?? 1
    let longest = work.shifts.map { $0.shift.end - $0.shift.start }.max() ?? 0
    self.stopLimit = max(1, min(visits.count, longest / max(1, shortest) + 1, 64))
    self.travel = arena.ints(problem.travel.minutes.map { Int($0) })
    self.arrival = arena.ints(self.travel.count)
    for from in 0..<problem.places.count {
      for to in 0..<problem.places.count {
        self.arrival[to * problem.places.count + from] = self.travel[from * problem.places.count + to]
      }
    }

    let places = visits.map { problem.placeIndex[$0.place] ?? 0 }
    self.place = arena.ints(places)
    self.minutes = arena.ints(visits.map(\.minutes))
    self.weight = arena.ints(visits.map(\.weight))
    let slots = visits.map(\.slots.count)
    self.joint = arena.ints(slots.indices.filter { slots[$0] > 1 })
    let firstSlots = slots.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1) }
    self.slot = arena.ints(firstSlots)
    self.series = arena.ints(visits.map { $0.series.flatMap { problem.seriesIndex[$0] } ?? -1 })

    (self.startRange, self.startLow, self.startHigh) = Self.ranges(starts.possible, in: arena)
    (self.likedRange, self.likedLow, self.likedHigh) = Self.ranges(starts.liked, in: arena)
    self.hasLiked = arena.ints(starts.hasLiked.map { $0 ? 1 : 0 })
    let held = Self.published(of: problem)
    self.heldRange = arena.rows(held.map { $0.map(\.day) }).offsets
    self.heldDay = arena.ints(held.flatMap { $0.map(\.day) })
    self.heldStart = arena.ints(held.flatMap { $0.map(\.start) })
    (self.heldPeople, self.heldPerson) = arena.rows(
      held.flatMap { $0.map { $0.staff.map { problem.staffIndex[$0] ?? -1 } } }
    )
    let wishes = visits.indices.map { visit in
      starts.hasLiked[visit] || (problem.weights.changedStart > 0 && !held[visit].isEmpty)
    }
    self.timeWish = arena.ints(wishes.map { $0 ? 1 : 0 })
    self.hasTimeWishes = wishes.contains(true)

    let able = CandidateTable(problem, places: places, work: work, starts: starts, held: held)
    self.impossible = arena.ints(able.impossible.map { $0 ? 1 : 0 })
    (self.candidateRange, self.candidate) = arena.rows(able.shifts)
    self.candidateCost = arena.ints(able.costs.flatMap { $0 })
    self.candidateAt = arena.ints(able.shifts.count * work.shifts.count, repeating: -1)
    for slot in able.shifts.indices {
      for index in self.candidateRange[slot]..<self.candidateRange[slot + 1] {
        self.candidateAt[slot * work.shifts.count + self.candidate[index]] = index
      }
    }

    var before = [[(visit: Int, gap: Int)]](repeating: [], count: visits.count)
    var behind = before
    for (position, visit) in visits.enumerated() {
      for rule in visit.after {
        guard let other = problem.visitIndex[rule.visit] else { continue }
        before[position].append((other, rule.gapMinutes))
        behind[other].append((position, rule.gapMinutes))
      }
    }
    (self.before, self.beforeVisit) = arena.rows(before.map { $0.map(\.visit) })
    self.beforeGap = arena.ints(before.flatMap { $0.map(\.gap) })
    (self.behind, self.behindVisit) = arena.rows(behind.map { $0.map(\.visit) })
    self.behindGap = arena.ints(behind.flatMap { $0.map(\.gap) })
    let ordered = visits.indices.map { !before[$0].isEmpty || !behind[$0].isEmpty }
    self.ordered = arena.ints(ordered.map { $0 ? 1 : 0 })
    self.ties = visits.indices.count { ordered[$0] || slots[$0] > 1 }

    var members = [[Int]](repeating: [], count: problem.series.count)
    for (position, visit) in visits.enumerated() {
      if let series = visit.series, let index = problem.seriesIndex[series] {
        members[index].append(position)
      }
    }
    (self.seriesRange, self.seriesMember) = arena.rows(members)
    self.seriesGap = arena.ints(problem.series.map(\.gapDays))
    self.seriesMode = arena.ints(
      problem.series.map { $0.sameStaff == .require ? 2 : $0.sameStaff == .prefer ? 1 : 0 }
    )

    var atPlace = [[Int]](repeating: [], count: problem.places.count)
    for (position, place) in places.enumerated() { atPlace[place].append(position) }
    let crowded = problem.places.indices.map { atPlace[$0].count > problem.places[$0].rooms }
    self.rooms = arena.ints(problem.places.map(\.rooms))
    self.crowded = arena.ints(crowded.map { $0 ? 1 : 0 })
    (self.placeRange, self.placeVisit) = arena.rows(zip(atPlace, crowded).map { $1 ? $0 : [] })
    self.plain = arena.ints(
      visits.indices.map { visit in
        slots[visit] == 1 && !ordered[visit] && !crowded[places[visit]] && !wishes[visit] ? 1 : 0
      }
    )

    let shifts = work.shifts
    let rests = shifts.map { problem.staff[$0.person].rest }
    let due = shifts.map { entry in
      problem.staff[entry.person].rest.map { entry.shift.end - entry.shift.start > $0.shiftOver } ?? false
    }
    self.person = arena.ints(shifts.map(\.person))
    self.day = arena.ints(shifts.map(\.shift.day))
    self.opens = arena.ints(shifts.map(\.shift.start))
    self.closes = arena.ints(shifts.map(\.shift.end))
    self.from = arena.ints(shifts.map { problem.placeIndex[$0.shift.from] ?? 0 })
    self.to = arena.ints(shifts.map { problem.placeIndex[$0.shift.to] ?? 0 })
    self.contactLimit = arena.ints(shifts.map { problem.staff[$0.person].contactMinutes ?? Self.never })
    self.restDue = arena.ints(due.map { $0 ? 1 : 0 })
    self.restMinutes = arena.ints(rests.map { $0?.minutes ?? 0 })
    self.restEarliest = arena.ints(rests.map { $0?.earliest ?? 0 })
    self.restLatest = arena.ints(rests.map { $0?.latest ?? 0 })

    self.weekLimit = arena.ints(problem.staff.map { $0.weekMinutes ?? Self.never })
    self.shiftMinutes = arena.ints(
      problem.staff.map { $0.shifts.reduce(0) { $0 + $1.end - $1.start } }
    )
    let roles = work.comparedRoles(of: problem)
    var role = [Int](repeating: -1, count: problem.staff.count)
    for (index, members) in roles.enumerated() { for member in members { role[member] = index } }
    self.role = arena.ints(role)
    self.roles = roles.count
    (self.roleRange, self.roleMember) = arena.rows(roles)

    (self.nearRange, self.near) = arena.rows(Self.neighbours(of: problem, places: places))
  }

  private static func ranges(_ table: [[ClosedRange<Int>]], in arena: Arena) -> (Ints, Ints, Ints) {
    let (offsets, low) = arena.rows(table.map { $0.map(\.lowerBound) })
    return (offsets, low, arena.ints(table.flatMap { $0.map(\.upperBound) }))
  }

  private static func published(of problem: RotaProblem) -> [[RotaAnswer.Assignment]] {
    var held = [[RotaAnswer.Assignment]](repeating: [], count: problem.visits.count)
    for entry in problem.published {
      if let visit = problem.visitIndex[entry.visit] { held[visit].append(entry) }
    }
    return held
  }

  /// Up to 40 visits for every visit, nearest place first; visits of the same series stand before all.
  private static func neighbours(of problem: RotaProblem, places: [Int]) -> [[Int]] {
    let visits = problem.visits
    var byPlace = [[Int]](repeating: [], count: problem.places.count)
    for (position, place) in places.enumerated() { byPlace[place].append(position) }
    let inUse = byPlace.indices.filter { !byPlace[$0].isEmpty }
    var around = [[Int]](repeating: [], count: problem.places.count)
    for here in inUse {
      let order = inUse.map { (problem.travel[here, $0] + problem.travel[$0, here], $0) }.sorted { $0 < $1 }
      for (_, there) in order {
        if around[here].count > 40 { break }
        around[here] += byPlace[there]
      }
    }
    return visits.indices.map { visit in
      let near = around[places[visit]].filter { $0 != visit }
      guard let series = visits[visit].series else { return Array(near.prefix(40)) }
      let same = near.filter { visits[$0].series == series }
      return Array((same + near.filter { visits[$0].series != series }).prefix(40))
    }
  }
}
