// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// All routes of one working day over a few visits: for every set of free visits the cheapest one that holds
/// them and all fixed stops of the day.
///
/// Sets are bit masks: the free visits from bit 0 up, then the day's fixed stops. Partial routes are kept for
/// a set and a last stop while no other is at least as early, as rested, as cheap and as short of way.
/// Exact, with everything on other days where it is. Cost: 2 to the number of bits, times their square.
struct RoutesOfDay {
  /// By set of free visits: points of the route, with the wishes of its visits and the opening of the day;
  /// `DenseProblem.never` where there is none.
  let points: Ints
  /// Stops tried since the beginning.
  private(set) var steps = 0

  /// By set of free visits: the partial route that ends the cheapest route.
  private let last: Ints
  private let end: Ints
  private let cost: Ints
  private let travel: Ints
  private let rested: Ints
  private let set: Ints
  private let stop: Ints
  private let contact: Ints
  private let parent: Ints
  /// The partial route before it of the same set and last stop.
  private let next: Ints
  /// By set and last stop.
  private let head: Ints
  private var count = 0

  static let mostPartial = 12_000

  init(in arena: Arena) {
    let (sets, partial) = (1 << PairOfDays.mostBits, Self.mostPartial)
    self.points = arena.ints(1 << PairOfDays.mostFree)
    self.last = arena.ints(1 << PairOfDays.mostFree)
    self.head = arena.ints(sets * PairOfDays.mostBits, repeating: -1)
    (self.end, self.cost, self.travel) = (arena.ints(partial), arena.ints(partial), arena.ints(partial))
    (self.rested, self.set, self.stop) = (arena.ints(partial), arena.ints(partial), arena.ints(partial))
    (self.contact, self.parent, self.next) = (arena.ints(partial), arena.ints(partial), arena.ints(partial))
  }

  /// What one visit means to the day.
  struct Entry {
    let visit: Int
    let place: Int
    let minutes: Int
    /// Points of standing there at all; `DenseProblem.never` where the rules forbid it.
    let points: Int
  }

  /// What more than the route of this day alone decides.
  struct Limit {
    /// By set of free visits: no less is paid elsewhere once these stand here.
    let elsewhere: Ints?
    /// A whole that costs this much is not looked for.
    let points: Int
    /// Minutes of visits and travel that the week leaves the day.
    let minutes: Int
  }

  /// Lists the routes of `shift` over `entries`, of which the first `free` are free and the others fixed.
  ///
  /// - Returns: false when there are too many partial routes; ``points`` is then unusable.
  mutating func find(
    on shift: Int, _ entries: [Entry], free: Int, under limit: Limit, in editor: borrowing PlanEditor
  ) -> Bool {
    let problem = editor.problem
    let day = problem.day[shift]
    let whole = 1 << entries.count
    let freely = (1 << free) - 1
    let fixed = (whole - 1) ^ freely
    for key in 0...freely { self.points[key] = DenseProblem.never }
    if fixed == 0 {
      self.points[0] = 0
      self.last[0] = -1
    }
    self.count = 0
    var fits = self.add(
      Partial(
        end: problem.opens[shift], cost: problem.weights.shift, travel: 0, rested: 1 - problem.restDue[shift], set: 0,
        stop: -1, contact: 0, parent: -1))
    var current = 0
    while current < self.count, fits {
      defer { current += 1 }
      guard self.cost[current] < DenseProblem.never else { continue }
      let set = self.set[current]
      let from = self.stop[current] < 0 ? problem.from[shift] : entries[self.stop[current]].place
      if set & fixed == fixed, set != 0 { self.close(current, set & freely, at: from, shift, limit, editor) }
      for bit in entries.indices where set & (1 << bit) == 0 {
        let entry = entries[bit]
        guard entry.points < DenseProblem.never,
          self.contact[current] &+ entry.minutes <= problem.contactLimit[shift]
        else { continue }
        self.steps &+= 1
        let leg = problem.minutes(from, entry.place)
        var partial = Partial(
          end: 0, cost: self.cost[current] &+ entry.points &+ problem.weights.travel &* leg,
          travel: self.travel[current] &+ leg, rested: self.rested[current], set: set | 1 << bit, stop: bit,
          contact: self.contact[current] &+ entry.minutes, parent: current)
        let elsewhere = limit.elsewhere?[partial.set & freely] ?? 0
        let most = limit.points &- elsewhere
        guard partial.cost < most, partial.contact &+ partial.travel <= limit.minutes else { continue }
        let base = partial.cost
        let time = self.end[current]
        for rests in 0...(1 - partial.rested) {
          let arrival = rests == 1 ? editor.restedArrival(from: time, leg: leg, shift) : time &+ leg
          guard arrival < DenseProblem.never else { continue }
          if rests == 1 { partial.rested = 1 }
          editor.eachStart(of: entry.visit, from: arrival, on: shift, day: day) { start, points in
            partial.end = start &+ entry.minutes
            partial.cost = base &+ points
            guard partial.end <= problem.closes[shift], partial.cost < most else { return }
            fits = self.add(partial) && fits
          }
        }
      }
    }
    for label in 1..<max(1, self.count) { self.head[self.state(self.set[label], self.stop[label])] = -1 }
    return fits
  }

  /// The route of the cheapest way to hold a set of free visits, as positions in the entries.
  func order(of key: Int) -> [Int] {
    var order: [Int] = []
    var label = self.last[key]
    while label > 0 {
      order.append(self.stop[label])
      label = self.parent[label]
    }
    return order.reversed()
  }

  private struct Partial {
    var end: Int
    var cost: Int
    let travel: Int
    var rested: Int
    let set: Int
    let stop: Int
    let contact: Int
    let parent: Int
  }

  @inline(__always)
  private func state(_ set: Int, _ stop: Int) -> Int { set &* PairOfDays.mostBits &+ stop }

  /// Counts the way home in, where it fits.
  private func close(
    _ label: Int, _ key: Int, at place: Int, _ shift: Int, _ limit: Limit, _ editor: borrowing PlanEditor
  ) {
    let problem = editor.problem
    let home = problem.minutes(place, problem.to[shift])
    let cost = self.cost[label] &+ problem.weights.travel &* home
    guard cost < self.points[key], self.contact[label] &+ self.travel[label] &+ home <= limit.minutes else { return }
    let back =
      self.rested[label] == 1
      ? self.end[label] &+ home : editor.restedArrival(from: self.end[label], leg: home, shift)
    guard back <= problem.closes[shift] else { return }
    self.points[key] = cost
    self.last[key] = label
  }

  /// Keeps a partial route unless another is as good, and drops those that it makes needless.
  ///
  /// - Returns: false when there is no room for it.
  @inline(__always)
  private mutating func add(_ new: Partial) -> Bool {
    let state = new.stop < 0 ? -1 : self.state(new.set, new.stop)
    if state >= 0 {
      var label = self.head[state]
      while label >= 0 {
        if self.end[label] <= new.end && self.cost[label] <= new.cost && self.rested[label] >= new.rested
          && self.travel[label] <= new.travel
        {
          return true
        }
        if self.end[label] >= new.end && self.cost[label] >= new.cost && self.rested[label] <= new.rested
          && self.travel[label] >= new.travel
        {
          self.cost[label] = DenseProblem.never
        }
        label = self.next[label]
      }
    }
    guard self.count < Self.mostPartial else { return false }
    let label = self.count
    self.count &+= 1
    (self.end[label], self.cost[label], self.travel[label]) = (new.end, new.cost, new.travel)
    (self.rested[label], self.set[label], self.stop[label]) = (new.rested, new.set, new.stop)
    (self.contact[label], self.parent[label]) = (new.contact, new.parent)
    if state >= 0 {
      self.next[label] = self.head[state]
      self.head[state] = label
    }
    return true
  }
}
