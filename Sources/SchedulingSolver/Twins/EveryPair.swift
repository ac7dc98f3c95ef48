// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// Every way to share a few visits out between two working days, to order them and to leave some out, each judged by the
/// referee as part of the whole rota.
///
/// The starts of a route are the cheapest for its order while the rest of the rota stands as it is; where the two days
/// share a place with too few rooms, a cheaper way with other starts may therefore be missed.
struct EveryPair {
  struct Day {
    let staff: Int
    let day: Int
    /// Visits that stay on this day.
    let fixed: [Int]
  }

  let problem: RotaProblem
  /// What stands on other days.
  private let rest: [RotaAnswer.Assignment]
  private let standing: RotaAnswer
  private let free: [Int]

  /// - Parameters:
  ///   - standing: a rota that breaks no rule.
  ///   - free: visits of one person on either day or left out.
  init(_ problem: RotaProblem, standing: RotaAnswer, free: [Int], days: [Day]) {
    let moved = Set((free + days.flatMap(\.fixed)).map { problem.visits[$0].id })
    self.problem = problem
    self.standing = standing
    self.rest = standing.assignments.filter { !moved.contains($0.visit) }
    self.free = free
  }

  /// The least that any way costs; `nil` when none breaks no rule.
  func least(_ first: Day, _ second: Day) -> Int? {
    let routes = (self.routes(of: first, beside: second), self.routes(of: second, beside: first))
    var least: Int?
    for a in routes.0 {
      for b in routes.1 where !self.free.contains(where: { a.visits.contains($0) && b.visits.contains($0) }) {
        let verdict = self.verdict(of: [a, b], on: [first, second])
        if verdict.isFeasible { least = min(least ?? .max, verdict.cost.total) }
      }
    }
    return least
  }

  private struct Route {
    var visits: [Int] = []
    var starts: [Int] = []
    var points = 0
    var end: Int
    var isRested: Bool
  }

  private func verdict(of routes: [Route], on days: [Day]) -> RotaVerdict {
    var assignments = self.rest
    var breaks = self.standing.breaks.filter { held in
      !days.contains { self.problem.staff[$0.staff].id == held.staff && $0.day == held.day }
    }
    for (route, day) in zip(routes, days) {
      let person = self.problem.staff[day.staff].id
      for (visit, start) in zip(route.visits, route.starts) {
        let id = self.problem.visits[visit].id
        // A joint visit is there for each of its days.
        if assignments.contains(where: { $0.visit == id }) { continue }
        let held = self.standing.assignments.first { $0.visit == id }
        let staff = self.problem.visits[visit].slots.count > 1 ? held?.staff ?? [] : [person]
        assignments.append(.init(visit: id, staff: staff, day: day.day, start: start))
      }
      if let start = self.restStart(of: route, on: day) {
        breaks.append(.init(staff: person, day: day.day, start: start))
      }
    }
    let placed = Set(assignments.map(\.visit))
    let answer = RotaAnswer(
      problem: self.problem.name, assignments: assignments, breaks: breaks,
      unassigned: self.problem.visits.filter { !placed.contains($0.id) }.map { .init(visit: $0.id, reason: "-") })
    return RotaReferee.check(answer, of: self.problem)
  }

  private func restStart(of route: Route, on day: Day) -> Int? {
    guard !route.visits.isEmpty, let frame = self.problem.frame(staff: day.staff, day: day.day) else { return nil }
    let stops = zip(route.visits, route.starts).map { visit, start in
      DayCheck.Stop(start: start, end: start + self.problem.visits[visit].minutes, place: self.place(of: visit))
    }
    let whole = DayCheck.whole(stops, in: frame)
    return DayCheck.restStart(in: whole, legs: DayCheck.legs(of: whole, over: self.problem.travel), of: frame)
  }

  private func place(of visit: Int) -> Int { self.problem.placeIndex[self.problem.visits[visit].place] ?? 0 }

  /// One route for every order of every choice of free visits with the fixed ones, where there is any.
  private func routes(of day: Day, beside other: Day) -> [Route] {
    guard let frame = self.problem.frame(staff: day.staff, day: day.day) else { return [] }
    var starts: [Int: [(minute: Int, points: Int)]] = [:]
    for visit in self.free + day.fixed {
      starts[visit] = self.starts(of: visit, on: day, beside: other, in: frame)
    }
    var found: [Route] = []
    func extend(_ ways: [Route]) {
      let visits = ways[0].visits
      if day.fixed.allSatisfy(visits.contains) {
        let home = ways.filter { self.comesHome($0, frame) }
        if let best = home.min(by: { $0.points < $1.points }) { found.append(best) }
      }
      for visit in self.free + day.fixed where !visits.contains(visit) {
        let longer = ways.flatMap { self.extended($0, by: visit, starts[visit] ?? [], frame) }
        if !longer.isEmpty { extend(Self.cheapestByEnd(longer)) }
      }
    }
    extend([Route(end: frame.opens, isRested: frame.rest == nil)])
    return found
  }

  private static func cheapestByEnd(_ ways: [Route]) -> [Route] {
    var least: [Int: Route] = [:]
    for way in ways {
      let key = way.end * 2 + (way.isRested ? 1 : 0)
      if let known = least[key], known.points <= way.points { continue }
      least[key] = way
    }
    return least.sorted { $0.key < $1.key }.map(\.value)
  }

  /// By every start from which the visit can be done, with the break before it and without.
  private func extended(
    _ way: Route, by visit: Int, _ starts: [(minute: Int, points: Int)], _ frame: DayCheck.Frame
  ) -> [Route] {
    let from = way.visits.last.map { self.place(of: $0) } ?? frame.from
    let leg = self.problem.travel[from, self.place(of: visit)]
    return starts.filter { $0.minute >= way.end + leg }.flatMap { start -> [Route] in
      var longer = way
      longer.visits.append(visit)
      longer.starts.append(start.minute)
      longer.points += start.points
      longer.end = start.minute + self.problem.visits[visit].minutes
      guard !way.isRested, self.rests(from: way.end, to: start.minute, leg: leg, frame) else { return [longer] }
      var rested = longer
      rested.isRested = true
      return [longer, rested]
    }
  }

  private func rests(from: Int, to: Int, leg: Int, _ frame: DayCheck.Frame) -> Bool {
    guard let rest = frame.rest else { return false }
    return DayCheck.restStart(rest, step: frame.step, after: from, before: to, leg: leg) != nil
  }

  private func comesHome(_ way: Route, _ frame: DayCheck.Frame) -> Bool {
    guard let last = way.visits.last else { return true }
    let leg = self.problem.travel[self.place(of: last), frame.to]
    return way.end + leg <= frame.closes
      && (way.isRested || self.rests(from: way.end, to: frame.closes, leg: leg, frame))
  }

  /// Starts of a visit at which the rest of the rota leaves it alone, with what they cost by the referee; of a joint
  /// visit its own start, without points, which its other people keep.
  private func starts(
    of visit: Int, on day: Day, beside other: Day, in frame: DayCheck.Frame
  ) -> [(minute: Int, points: Int)] {
    let asked = self.problem.visits[visit]
    if asked.slots.count > 1 {
      return self.standing.assignments.filter { $0.visit == asked.id }.map { ($0.start, 0) }
    }
    var aside = Route(end: 0, isRested: true)
    for held in self.standing.assignments {
      guard let fixed = self.problem.visitIndex[held.visit], other.fixed.contains(fixed) else { continue }
      aside.visits.append(fixed)
      aside.starts.append(held.start)
    }
    return (frame.opens...max(frame.opens, frame.closes - asked.minutes)).compactMap { minute in
      guard asked.windows.contains(where: { $0.holds(day: day.day, from: minute, to: minute + asked.minutes) }) else {
        return nil
      }
      let alone = Route(visits: [visit], starts: [minute], end: 0, isRested: true)
      let verdict = self.verdict(of: [alone, aside], on: [day, other])
      let isBroken = verdict.breaches.contains { breach in
        breach.code == .rooms
          || [.window, .step, .pin, .after].contains(breach.code)
            && (breach.visit == asked.id || breach.other == asked.id)
      }
      return isBroken ? nil : (minute, verdict.cost[.preferWindow] + verdict.cost[.changedStart])
    }
  }
}
