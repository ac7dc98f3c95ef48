// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// Every route of one person's working day, tried one by one in minutes, from the words of the problem alone.
///
/// What ties days and people together is not looked at: common starts, rooms, order, the week's limit.
struct EveryRoute {
  struct Stop: Hashable {
    let visit: Int
    /// Position among the visit's own slots.
    let slot: Int
  }

  struct Route {
    let stops: [Stop]
    /// The shift itself, travel and wishes, with the starts that cost least.
    let points: Int
    /// Of visits and travel.
    let minutes: Int
  }

  private let problem: RotaProblem
  private let person: RotaProblem.Staff
  private let frame: DayCheck.Frame
  private let day: Int
  private let able: [Stop]
  /// Points of a start, by visit and minutes since the shift began; `nil` where it may not start.
  private let starts: [Int: [Int?]]

  /// `nil` when the person does not work that day.
  init?(_ problem: RotaProblem, staff: Int, day: Int) {
    guard let frame = problem.frame(staff: staff, day: day) else { return nil }
    let person = problem.staff[staff]
    (self.problem, self.person, self.frame, self.day) = (problem, person, frame, day)
    self.able = problem.visits.indices.flatMap { position in
      let visit = problem.visits[position]
      guard problem.places[problem.placeIndex[visit.place] ?? 0].rooms > 0,
        !visit.forbidStaff.contains(person.id)
      else { return [Stop]() }
      return visit.slots.indices.compactMap { slot in
        if let pinned = visit.pin?.staff, pinned[slot] != person.id { return nil }
        return visit.slots[slot].isSubset(of: person.skills) ? Stop(visit: position, slot: slot) : nil
      }
    }
    var starts: [Int: [Int?]] = [:]
    for stop in self.able {
      let visit = problem.visits[stop.visit]
      starts[stop.visit] = (frame.opens...frame.closes).map { minute in
        let isInside = visit.windows.contains { $0.holds(day: day, from: minute, to: minute + visit.minutes) }
        let isPinned = (visit.pin?.day ?? day) == day && (visit.pin?.start ?? minute) == minute
        return isInside && isPinned && minute % frame.step == 0
          ? Self.points(of: visit, day: day, at: minute, problem) : nil
      }
    }
    self.starts = starts
  }

  /// Wishes for the time; a joint visit pays for none of them on one person's route.
  private static func points(of visit: RotaProblem.Visit, day: Int, at minute: Int, _ problem: RotaProblem) -> Int {
    guard visit.slots.count == 1 else { return 0 }
    let isLiked =
      visit.preferWindows.isEmpty
      || visit.preferWindows.contains { $0.holds(day: day, from: minute, to: minute + visit.minutes) }
    let moved = problem.published.count { $0.visit == visit.id && $0.day == day && abs($0.start - minute) > 15 }
    return (isLiked ? 0 : problem.weights.preferWindow) + moved * problem.weights.changedStart
  }

  /// Wishes for the person and the day.
  private func points(of visit: RotaProblem.Visit) -> Int {
    let isWished = visit.preferStaff.isEmpty || visit.preferStaff.contains(self.person.id)
    var points = isWished ? 0 : self.problem.weights.preferStaff
    for held in self.problem.published where held.visit == visit.id && visit.slots.count == 1 {
      if held.staff != [self.person.id] { points += self.problem.weights.changedStaff }
      if held.day != self.day { points += self.problem.weights.changedDay }
    }
    return points
  }

  /// By minutes since the shift began, at which the person is free to leave a place: the least points of starts so far.
  private struct Free {
    var resting: [Int]
    var rested: [Int]
  }

  /// Hands every route over, each order of stops once; a visit, or two of a series with a gap, stand on none twice.
  func each(_ found: (Route) -> Void) {
    var free = Free(resting: Array(repeating: .max, count: self.width + 1), rested: [])
    free.rested = free.resting
    if self.frame.rest == nil { free.rested[0] = 0 } else { free.resting[0] = 0 }
    self.extend([], at: self.frame.from, free, contact: 0, travel: 0, points: self.problem.weights.shift, found)
  }

  private var width: Int { self.frame.closes - self.frame.opens }

  private func extend(
    _ stops: [Stop], at place: Int, _ free: Free, contact: Int, travel: Int, points: Int, _ found: (Route) -> Void
  ) {
    for stop in self.able where !stops.contains(where: { self.exclude($0.visit, stop.visit) }) {
      let visit = self.problem.visits[stop.visit]
      guard contact + visit.minutes <= self.person.contactMinutes ?? .max else { continue }
      let there = self.problem.placeIndex[visit.place] ?? 0
      let way = self.problem.travel[place, there]
      let next = self.serve(stop.visit, self.travel(way, from: free))
      let back = self.problem.travel[there, self.frame.to]
      let longer = stops + [stop]
      let (minutes, legs) = (contact + visit.minutes, travel + way)
      let sum = points + self.points(of: visit)
      if let starts = self.travel(back, from: next).rested.filter({ $0 < .max }).min() {
        let all = sum + starts + (legs + back) * self.problem.weights.travel
        found(Route(stops: longer, points: all, minutes: minutes + legs + back))
      }
      guard next.rested.contains(where: { $0 < .max }) || next.resting.contains(where: { $0 < .max }) else { continue }
      self.extend(longer, at: there, next, contact: minutes, travel: legs, points: sum, found)
    }
  }

  private func exclude(_ a: Int, _ b: Int) -> Bool {
    guard a != b else { return true }
    guard let series = self.problem.visits[a].series, series == self.problem.visits[b].series else { return false }
    return self.problem.series.contains { $0.id == series && $0.gapDays > 0 }
  }

  private func travel(_ way: Int, from free: Free) -> Free {
    var there = Free(resting: Array(repeating: .max, count: self.width + 1), rested: [])
    there.rested = there.resting
    func arrive(_ minute: Int, _ points: Int, _ list: WritableKeyPath<Free, [Int]>) {
      if minute <= self.width { there[keyPath: list][minute] = min(there[keyPath: list][minute], points) }
    }
    for minute in 0...self.width {
      if free.rested[minute] < .max { arrive(minute + way, free.rested[minute], \.rested) }
      guard free.resting[minute] < .max, let rest = self.frame.rest else { continue }
      arrive(minute + way, free.resting[minute], \.resting)
      for (start, after) in [(minute, way), (minute + way, 0)] {
        let first = (max(start + self.frame.opens, rest.earliest)...max(start + self.frame.opens, rest.latest))
          .first { $0 % self.frame.step == 0 }
        guard let first, first + rest.minutes <= rest.latest else { continue }
        arrive(first + rest.minutes + after - self.frame.opens, free.resting[minute], \.rested)
      }
    }
    return there
  }

  private func serve(_ visit: Int, _ there: Free) -> Free {
    var free = Free(resting: Array(repeating: .max, count: self.width + 1), rested: [])
    free.rested = free.resting
    let minutes = self.problem.visits[visit].minutes
    for list in [\Free.resting, \Free.rested] {
      var least = Int.max
      for start in 0...self.width {
        least = min(least, there[keyPath: list][start])
        guard least < .max, start + minutes <= self.width, let points = self.starts[visit]?[start] else { continue }
        free[keyPath: list][start + minutes] = least + points
      }
    }
    return free
  }
}
