// SPDX-License-Identifier: Apache-2.0

extension InsertionSearch {
  /// Every candidate in order of day, then people. For a joint visit, first the people who are out on their
  /// own for a slot, then every group made of the others.
  ///
  /// - Parameter excluding: Where the visit stands now; that one start is not offered again.
  func candidates(excluding current: PlacedRota.Placement? = nil) -> [VisitCandidate] {
    (0..<self.rota.problem.horizon.days).flatMap { self.candidates(on: $0, excluding: current) }
  }

  private func candidates(on day: Int, excluding current: PlacedRota.Placement?) -> [VisitCandidate] {
    let staff = self.rota.problem.staff
    let isJoint = self.visit.slots.count > 1
    var found: [VisitCandidate] = []
    var open: [[(staff: Int, openings: [Opening])]] = []
    for slot in self.visit.slots.indices {
      var able: [(staff: Int, openings: [Opening])] = []
      for person in staff.indices {
        switch self.outcome(of: person, slot: slot, on: day) {
        case .open(let openings): able.append((person, openings))
        case .blocked(let obstacle):
          found.append(
            VisitCandidate(
              staff: [staff[person].id],
              slot: isJoint ? slot : nil,
              day: day,
              verdict: .blocked(obstacle)
            )
          )
        }
      }
      open.append(able)
    }
    var groups = 0
    self.combine(open, people: [], openings: nil, on: day, excluding: current, groups: &groups) {
      found.append($0)
    }
    guard !isJoint else { return found }
    return found.sorted { self.staffOrder($0) < self.staffOrder($1) }
  }

  private func staffOrder(_ candidate: VisitCandidate) -> Int {
    candidate.staff.first.flatMap { self.rota.problem.staffIndex[$0] } ?? 0
  }

  /// Fills the slots one after another with people who are free at a common start.
  private func combine(
    _ open: [[(staff: Int, openings: [Opening])]],
    people: [Int],
    openings: [Opening]?,
    on day: Int,
    excluding current: PlacedRota.Placement?,
    groups: inout Int,
    found: (VisitCandidate) -> Void
  ) {
    guard people.count < open.count else {
      if let candidate = self.candidate(people, openings ?? [], on: day, excluding: current) {
        found(candidate)
      }
      return
    }
    for (person, own) in open[people.count] where !people.contains(person) {
      groups += 1
      guard groups <= Self.combinationsADay else { return }
      let common = openings.map { Self.common($0, own) } ?? own
      guard !common.isEmpty else {
        let ids = (people + [person]).map { self.rota.problem.staff[$0].id }
        let obstacle = Obstacle(.together, "are each free for it, but never at the same time")
        found(VisitCandidate(staff: ids, slot: nil, day: day, verdict: .blocked(obstacle)))
        continue
      }
      self.combine(
        open,
        people: people + [person],
        openings: common,
        on: day,
        excluding: current,
        groups: &groups,
        found: found
      )
    }
  }

  static func common(_ a: [Opening], _ b: [Opening]) -> [Opening] {
    var (found, next): ([Opening], Int) = ([], 0)
    for opening in a {
      while next < b.count, b[next].start < opening.start { next += 1 }
      guard next < b.count else { break }
      if b[next].start == opening.start {
        found.append(Opening(start: opening.start, travel: opening.travel + b[next].travel))
      }
    }
    return found
  }

  /// The cheapest start of a group; `nil` when the only one is where the visit stands now.
  private func candidate(
    _ people: [Int],
    _ openings: [Opening],
    on day: Int,
    excluding current: PlacedRota.Placement?
  ) -> VisitCandidate? {
    let isCurrent = current.map { $0.staff == people && $0.day == day } ?? false
    let fixed = self.groupCost(people, on: day)
    var best: (opening: Opening, cost: RotaCost, total: Int)?
    for opening in openings where !(isCurrent && opening.start == current?.start) {
      let cost = self.startCost(opening, on: day)
      let total = cost.total
      if best == nil || total < best?.total ?? .max { best = (opening, cost, total) }
    }
    return best.map { best in
      VisitCandidate(
        staff: people.map { self.rota.problem.staff[$0].id },
        slot: nil,
        day: day,
        verdict: .fits(start: best.opening.start, cost: fixed + best.cost, travel: best.opening.travel)
      )
    }
  }

  /// Cost points that depend on who and which day, not on the start.
  func groupCost(_ people: [Int], on day: Int) -> RotaCost {
    let problem = self.rota.problem
    let weights = problem.weights
    let ids = people.map { problem.staff[$0].id }
    var points: [(RotaCost.Term, Int)] = []
    if !self.visit.preferStaff.isEmpty {
      let strangers = ids.count { !self.visit.preferStaff.contains($0) }
      points.append((.preferStaff, weights.preferStaff * strangers))
    }
    if self.series?.sameStaff == .prefer {
      let lists = Set(self.mates.map(\.staff))
      let isNew = !lists.isEmpty && !lists.contains(people)
      points.append((.seriesStaff, isNew ? weights.seriesStaff : 0))
    }
    if weights.balance > 0 {
      var minutes = self.visitMinutes
      for person in people { minutes[person] += self.visit.minutes }
      let spread = BalanceCost.spread(problem, visitMinutes: minutes)
      points.append((.balance, weights.balance * (spread - self.baseSpread)))
    }
    for held in problem.published where held.visit == self.visit.id {
      points.append((.changedStaff, held.staff == ids ? 0 : weights.changedStaff))
      points.append((.changedDay, held.day == day ? 0 : weights.changedDay))
    }
    let idle = people.count { self.dayWork(of: $0, on: day) == nil }
    points.append((.shift, weights.shift * idle))
    return RotaCost(points)
  }

  /// Cost points that depend on the start.
  func startCost(_ opening: Opening, on day: Int) -> RotaCost {
    let weights = self.rota.problem.weights
    let end = opening.start + self.visit.minutes
    var points = [(RotaCost.Term.travel, weights.travel * opening.travel)]
    if !self.visit.preferWindows.isEmpty {
      let inside = self.visit.preferWindows.contains { $0.holds(day: day, from: opening.start, to: end) }
      points.append((.preferWindow, inside ? 0 : weights.preferWindow))
    }
    for held in self.rota.problem.published where held.visit == self.visit.id && held.day == day {
      let moved = abs(held.start - opening.start) > ChangedStartCost.tolerance
      points.append((.changedStart, moved ? weights.changedStart : 0))
    }
    return RotaCost(points)
  }
}
