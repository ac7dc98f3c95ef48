// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// Lays one person's working day out as a ``PieceNetwork``.
struct PieceBuilder {
  let problem: RotaProblem
  let starts: StartTables
  let unit: Int
  let firstSlot: [Int]
  /// By visit: its published entries.
  let held: [[RotaAnswer.Assignment]]
  /// Nodes that a route remembers at least.
  let near: Int

  func piece(shift: Int, person: Int, hours: RotaProblem.Shift) -> PieceNetwork {
    let staff = self.problem.staff[person]
    let width = (hours.end - hours.start) / self.unit
    let from = self.problem.placeIndex[hours.from] ?? 0
    let to = self.problem.placeIndex[hours.to] ?? 0
    var local: [Int: Int] = [:]
    var places: [Int] = []
    func number(_ place: Int) -> Int {
      if let known = local[place] { return known }
      local[place] = places.count
      places.append(place)
      return places.count - 1
    }
    let (localFrom, localTo) = (number(from), number(to))

    var bitOf: [Int: Int] = [:]
    var nodes: [PieceNetwork.Node] = []
    var visits: [RotaProblem.Visit] = []
    for (position, visit) in self.problem.visits.enumerated() {
      let ranges = self.starts.possible[position * self.problem.horizon.days + hours.day]
      guard let first = ranges.first, let last = ranges.last, visit.minutes <= staff.contactMinutes ?? .max else {
        continue
      }
      let place = self.problem.placeIndex[visit.place] ?? 0
      guard self.problem.places[place].rooms > 0 else { continue }
      let there = self.problem.travel[from, place]
      let back = self.problem.travel[place, to]
      guard hours.start + there <= last.upperBound,
        max(hours.start + there, first.lowerBound) + visit.minutes + back <= hours.end
      else { continue }
      for (slot, needed) in visit.slots.enumerated() {
        guard CandidateTable.allows(staff, visit, slot: slot, needed: needed) else { continue }
        let key = self.exclusion(of: position)
        let bit = bitOf[key] ?? (bitOf.count < PieceNetwork.bits ? bitOf.count : -1)
        if bit >= 0 { bitOf[key] = bit }
        nodes.append(
          PieceNetwork.Node(
            visit: position, slot: self.firstSlot[position] + slot, place: number(place),
            units: visit.minutes / self.unit, points: self.points(of: position, staff: staff.id, day: hours.day),
            bit: bit))
        visits.append(visit)
      }
    }

    let legs = places.flatMap { a in places.map { Int32(self.problem.travel[a, $0] / self.unit) } }
    let rest = staff.rest.flatMap { hours.end - hours.start > $0.shiftOver ? $0 : nil }
    let longest = Int(legs.max() ?? 0)
    let size = (width + 1)
    var next = [Int32](repeating: PieceNetwork.none, count: nodes.count * size)
    var points: [Int32] = []
    var cheaper: [Int32] = []
    let wishes = zip(nodes, visits).map { self.hasTimeWish($0.visit, $1) }
    if wishes.contains(true) {
      points = [Int32](repeating: 0, count: nodes.count * size)
      cheaper = next
    }
    for (index, node) in nodes.enumerated() {
      let row = index * size
      for range in self.starts.possible[node.visit * self.problem.horizon.days + hours.day] {
        for start in stride(from: range.lowerBound, through: range.upperBound, by: self.problem.horizon.step) {
          let time = (start - hours.start) / self.unit
          if start >= hours.start && time + node.units <= width { next[row + time] = Int32(time) }
        }
      }
      for time in stride(from: width - 1, through: 0, by: -1) where next[row + time] == PieceNetwork.none {
        next[row + time] = next[row + time + 1]
      }
      guard wishes[index] else { continue }
      for time in 0...width where next[row + time] == Int32(time) {
        points[row + time] = Int32(
          self.startPoints(of: node.visit, day: hours.day, at: hours.start + time * self.unit))
      }
      for time in stride(from: width, through: 0, by: -1) where next[row + time] == Int32(time) {
        var later = time < width ? next[row + time + 1] : PieceNetwork.none
        while later < PieceNetwork.none && points[row + Int(later)] >= points[row + time] {
          later = later < Int32(width) ? next[row + Int(later) + 1] : PieceNetwork.none
        }
        cheaper[row + time] = later
      }
    }
    return PieceNetwork(
      shift: shift, person: person, day: hours.day, width: width, nodes: nodes, from: localFrom, to: localTo,
      places: places.count, legs: legs, contactLimit: (staff.contactMinutes ?? 1_440) / self.unit,
      isRestDue: rest != nil,
      restedArrival: rest.map { self.restedArrivals($0, opens: hours.start, width: width, longest: longest) } ?? [],
      next: next, startPoints: points, cheaper: cheaper, hasStartPoints: wishes, near: self.near)
  }

  /// Visits of a series whose visits lie on different days exclude one another on a route, as a visit does itself.
  private func exclusion(of visit: Int) -> Int {
    guard let id = self.problem.visits[visit].series, let series = self.problem.seriesIndex[id],
      self.problem.series[series].gapDays > 0
    else { return visit }
    return -1 - series
  }

  private func points(of position: Int, staff: StaffID, day: Int) -> Int {
    let visit = self.problem.visits[position]
    var points = 0
    if !visit.preferStaff.isEmpty && !visit.preferStaff.contains(staff) { points += self.problem.weights.preferStaff }
    guard visit.slots.count == 1 else { return points }
    for held in self.held[position] {
      if held.staff != [staff] { points += self.problem.weights.changedStaff }
      if held.day != day { points += self.problem.weights.changedDay }
    }
    return points
  }

  private func hasTimeWish(_ position: Int, _ visit: RotaProblem.Visit) -> Bool {
    // A joint visit stands on several days' routes; its start is paid for on none of them here.
    guard visit.slots.count == 1 else { return false }
    return self.starts.hasLiked[position]
      || (self.problem.weights.changedStart > 0 && !self.held[position].isEmpty)
  }

  private func startPoints(of position: Int, day: Int, at start: Int) -> Int {
    var points = 0
    if self.starts.hasLiked[position] {
      let liked = self.starts.liked[position * self.problem.horizon.days + day]
      if !liked.contains(where: { $0.contains(start) }) { points += self.problem.weights.preferWindow }
    }
    if self.problem.weights.changedStart > 0 {
      for held in self.held[position] where held.day == day && abs(held.start - start) > 15 {
        points += self.problem.weights.changedStart
      }
    }
    return points
  }

  private func restedArrivals(_ rest: RotaProblem.Break, opens: Int, width: Int, longest: Int) -> [Int32] {
    let step = self.problem.horizon.step
    func onGrid(_ minute: Int) -> Int { (minute + step - 1) / step * step }
    var table = [Int32](repeating: PieceNetwork.none, count: (longest + 1) * (width + 1))
    for leg in 0...longest {
      for time in 0...width {
        let minute = opens + time * self.unit
        let way = leg * self.unit
        var best = Int.max
        let first = onGrid(max(minute, rest.earliest))
        if first + rest.minutes <= rest.latest { best = first + rest.minutes + way }
        let second = onGrid(max(minute + way, rest.earliest))
        if second + rest.minutes <= rest.latest { best = min(best, second + rest.minutes) }
        if best < .max { table[leg * (width + 1) + time] = Int32((best - opens) / self.unit) }
      }
    }
    return table
  }
}
