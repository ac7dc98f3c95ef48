// SPDX-License-Identifier: Apache-2.0

/// Every person-day for one visit that is not placed, with the first rule in its way or its cheapest start.
///
/// Other visits keep their people and times; breaks may move. Starts are tried on the whole grid, so a
/// candidate is blocked only when no start is allowed.
struct InsertionSearch {
  /// A start that is open to one person, and the journey minutes it adds to their day.
  struct Opening {
    let start: Int
    let travel: Int
  }

  enum Outcome {
    case blocked(Obstacle)
    case open([Opening])
  }

  /// People tried together beyond this many on one day are not looked at; visits of three people and more
  /// can have that many combinations.
  static let combinationsADay = 20_000

  /// A rota without the visit.
  let rota: PlacedRota
  let position: Int
  let visit: RotaProblem.Visit
  let place: Int
  private let dayOf: [PersonDayKey: PlacedRota.PersonDay]
  private let worked: [Int]
  let visitMinutes: [Int]
  /// Placed visits of the same series.
  let mates: [PlacedRota.Placement]
  let series: RotaProblem.Series?
  /// The visits at the same place.
  private let neighbours: [PlacedRota.Placement]
  let baseSpread: Int

  struct PersonDayKey: Hashable {
    let staff: Int
    let day: Int
  }

  init(_ position: Int, in rota: PlacedRota) {
    let problem = rota.problem
    let visit = problem.visits[position]
    self.rota = rota
    self.position = position
    self.visit = visit
    self.place = problem.placeIndex[visit.place] ?? 0
    self.dayOf = rota.days.reduce(into: [:]) { $0[PersonDayKey(staff: $1.staff, day: $1.day)] = $1 }
    self.worked = rota.workedMinutes
    self.visitMinutes = rota.visitMinutes
    self.series = visit.series.flatMap { problem.seriesIndex[$0] }.map { problem.series[$0] }
    self.mates = rota.placements.filter {
      visit.series != nil && problem.visits[$0.visit].series == visit.series && $0.visit != position
    }
    self.neighbours = rota.placements.filter { problem.visits[$0.visit].place == visit.place }
    self.baseSpread = BalanceCost.spread(problem, visitMinutes: self.visitMinutes)
  }

  func dayWork(of staff: Int, on day: Int) -> PlacedRota.PersonDay? {
    self.dayOf[PersonDayKey(staff: staff, day: day)]
  }

  /// One person in one slot on one day, by the rules in the order of ``Obstacle/Kind``.
  func outcome(of staff: Int, slot: Int, on day: Int) -> Outcome {
    guard let frame = self.rota.problem.frame(staff: staff, day: day) else {
      return .blocked(Obstacle(.noShift, "has no shift"))
    }
    if let obstacle = self.personObstacle(staff, slot: slot, on: day)
      ?? self.windowObstacle(frame, on: day) ?? self.limitObstacle(staff, frame: frame, on: day)
      ?? self.seriesObstacle(staff, slot: slot, on: day)
    {
      return .blocked(obstacle)
    }
    switch self.startsInOrder(on: day, frame: frame) {
    case .failure(let obstacle): return .blocked(obstacle)
    case .success(let starts): return self.openings(at: starts, for: staff, frame: frame, on: day)
    }
  }
}

// MARK: - Rules of the person

extension InsertionSearch {
  private func personObstacle(_ staff: Int, slot: Int, on day: Int) -> Obstacle? {
    let person = self.rota.problem.staff[staff]
    let missing = self.visit.slots[slot].subtracting(person.skills).sorted()
    if !missing.isEmpty {
      return Obstacle(.skill, "lacks the skill \(missing.map { "'\($0)'" }.joined(separator: ", "))")
    }
    if self.visit.forbidStaff.contains(person.id) { return Obstacle(.forbidden, "may not do this visit") }
    guard let pin = self.visit.pin else { return nil }
    if let pinned = pin.staff, pinned[slot] != person.id {
      return Obstacle(.pin, "is not who the visit is pinned to")
    }
    if let pinned = pin.day, pinned != day {
      return Obstacle(.pin, "the visit is pinned to \(self.rota.problem.dayName(pinned))")
    }
    return nil
  }

  private func windowObstacle(_ frame: DayCheck.Frame, on day: Int) -> Obstacle? {
    let windows = self.visit.windows.filter { $0.day == day }
    guard !windows.isEmpty else { return Obstacle(.window, "the visit is not asked for on this day") }
    let words = windows.map(\.words).joined(separator: " or ")
    guard windows.contains(where: { self.overlap($0, frame) >= self.visit.minutes }) else {
      let shift = "\(RotaProblem.clock(frame.opens)) to \(RotaProblem.clock(frame.closes))"
      let needed = "\(self.visit.minutes) minutes of \(words)"
      return Obstacle(.window, "the shift, \(shift), does not hold \(needed)")
    }
    guard self.starts(on: day).isEmpty else { return nil }
    if let start = self.visit.pin?.start {
      return Obstacle(.pin, "the visit is pinned to \(RotaProblem.clock(start)), outside \(words)")
    }
    let grid = "the \(self.rota.problem.horizon.step)-minute grid"
    return Obstacle(.window, "no start on \(grid) holds \(self.visit.minutes) minutes of \(words)")
  }

  private func overlap(_ window: RotaProblem.Window, _ frame: DayCheck.Frame) -> Int {
    min(window.end, frame.closes) - max(window.start, frame.opens)
  }

  private func limitObstacle(_ staff: Int, frame: DayCheck.Frame, on day: Int) -> Obstacle? {
    let person = self.rota.problem.staff[staff]
    let work = self.dayWork(of: staff, on: day)
    let contact = (work?.visitMinutes ?? 0) + self.visit.minutes
    if let limit = person.contactMinutes, contact > limit {
      return Obstacle(.contactMinutes, "has \(contact) visit minutes with it; the day's limit is \(limit)")
    }
    let whole = work?.whole ?? DayCheck.whole([], in: frame)
    let least = whole.indices.dropLast().map { self.addedTravel(gap: $0, of: whole, isIdle: work == nil) }
      .min()
    return self.weekObstacle(staff, addedTravel: least ?? 0)
  }

  private func weekObstacle(_ staff: Int, addedTravel: Int) -> Obstacle? {
    let minutes = self.worked[staff] + self.visit.minutes + addedTravel
    guard let limit = self.rota.problem.staff[staff].weekMinutes, minutes > limit else { return nil }
    return Obstacle(.weekMinutes, "works \(minutes) minutes in the week with it; the limit is \(limit)")
  }

  private func seriesObstacle(_ staff: Int, slot: Int, on day: Int) -> Obstacle? {
    guard let series = self.series else { return nil }
    let problem = self.rota.problem
    if let near = self.mates.first(where: { abs($0.day - day) < series.gapDays }) {
      let other = "\(problem.visits[near.visit].id) of the same series is on \(problem.dayName(near.day))"
      return Obstacle(.seriesGap, "\(other); the days must be \(series.gapDays) apart")
    }
    guard series.sameStaff == .require else { return nil }
    let fits = self.mates.allSatisfy { $0.staff.count == self.visit.slots.count && $0.staff[slot] == staff }
    guard !fits, let mate = self.mates.first else { return nil }
    return Obstacle(.seriesStaff, "the series must stay with \(problem.staffNames(mate.staff))")
  }
}

// MARK: - Starts

extension InsertionSearch {
  /// All starts on the grid in the day's windows, ascending, without repeats.
  private func starts(on day: Int) -> [Int] {
    let step = self.rota.problem.horizon.step
    var starts: Set<Int> = []
    for window in self.visit.windows where window.day == day {
      let first = (window.start + step - 1) / step * step
      starts.formUnion(stride(from: first, through: window.end - self.visit.minutes, by: step))
    }
    if let pinned = self.visit.pin?.start { starts.formIntersection([pinned]) }
    return starts.sorted()
  }

  private enum StartsResult {
    case success([Int])
    case failure(Obstacle)
  }

  /// What the order of visits, then the rooms, leave of the day's starts.
  private func startsInOrder(on day: Int, frame: DayCheck.Frame) -> StartsResult {
    let problem = self.rota.problem
    let all = self.starts(on: day)
    var (earliest, latest) = (Int.min, Int.max)
    var (first, last): (String, String) = ("", "")
    for rule in self.visit.after {
      guard let other = problem.visitIndex[rule.visit].flatMap({ self.rota.placement(of: $0) }) else {
        return .failure(Obstacle(.after, "\(rule.visit), which must come first, is left out"))
      }
      let bound = (other.day - day) * 1_440 + other.end + rule.gapMinutes
      if bound > earliest {
        (earliest, first) = (bound, "\(rule.visit), which must come first, is on \(self.words(other))")
      }
    }
    for other in self.rota.placements {
      for rule in problem.visits[other.visit].after where rule.visit == self.visit.id {
        let bound = (other.day - day) * 1_440 + other.start - rule.gapMinutes - self.visit.minutes
        let id = problem.visits[other.visit].id
        if bound < latest {
          (latest, last) = (bound, "\(id), which must come later, is on \(self.words(other))")
        }
      }
    }
    let ordered = all.filter { $0 >= earliest && $0 <= latest }
    guard !ordered.isEmpty else {
      let late = all.allSatisfy { $0 < earliest }
      return .failure(Obstacle(.after, late ? first : last))
    }
    let free = ordered.filter { self.hasRoom(at: $0, on: day) }
    guard !free.isEmpty else {
      let rooms = problem.places[self.place].rooms
      let taken = rooms == 1 ? "its one room" : "its \(rooms) rooms"
      let name = problem.placeName(self.place)
      return .failure(Obstacle(.rooms, "\(name) has \(taken) taken at every time that is left"))
    }
    return .success(free)
  }

  private func words(_ placement: PlacedRota.Placement) -> String {
    let hours = "\(RotaProblem.clock(placement.start)) to \(RotaProblem.clock(placement.end))"
    return "\(self.rota.problem.dayName(placement.day)), \(hours)"
  }

  private func hasRoom(at start: Int, on day: Int) -> Bool {
    let end = start + self.visit.minutes
    let mine = PlacedRota.Placement(visit: self.position, staff: [], day: day, start: start, end: end)
    let meanwhile = self.neighbours.filter { $0.day == day && $0.start < end && start < $0.end }.map {
      PlacedRota.Placement(
        visit: $0.visit,
        staff: [],
        day: day,
        start: max($0.start, start),
        end: min($0.end, end)
      )
    }
    return RoomsRule.overfull(meanwhile + [mine], rooms: self.rota.problem.places[self.place].rooms) == nil
  }
}

// MARK: - The day of one person

extension InsertionSearch {
  private func addedTravel(gap: Int, of whole: [DayCheck.Stop], isIdle: Bool) -> Int {
    let travel = self.rota.problem.travel
    let (from, to) = (whole[gap].place, whole[gap + 1].place)
    let direct = isIdle ? 0 : travel[from, to]
    return travel[from, self.place] + travel[self.place, to] - direct
  }

  private func openings(
    at starts: [Int],
    for staff: Int,
    frame: DayCheck.Frame,
    on day: Int
  ) -> Outcome {
    let travel = self.rota.problem.travel
    let work = self.dayWork(of: staff, on: day)
    let whole = work?.whole ?? DayCheck.whole([], in: frame)
    let restGaps = self.gapsWithRest(whole, frame: frame)
    var openings: [Opening] = []
    var (spoiltRest, overWeek): (Bool, Obstacle?) = (false, nil)
    for start in starts {
      let end = start + self.visit.minutes
      guard let gap = whole.indices.dropLast().last(where: { whole[$0].end <= start }) else { continue }
      let (before, after) = (whole[gap], whole[gap + 1])
      let (out, back) = (travel[before.place, self.place], travel[self.place, after.place])
      guard before.end + out <= start, end + back <= after.start else { continue }
      if let rest = frame.rest, !restGaps.contains(where: { $0 != gap }) {
        let step = frame.step
        let fits =
          DayCheck.restStart(rest, step: step, after: before.end, before: start, leg: out) != nil
          || DayCheck.restStart(rest, step: step, after: end, before: after.start, leg: back) != nil
        guard fits else {
          spoiltRest = true
          continue
        }
      }
      let added = self.addedTravel(gap: gap, of: whole, isIdle: work == nil)
      if let obstacle = self.weekObstacle(staff, addedTravel: added) {
        overWeek = overWeek ?? obstacle
        continue
      }
      openings.append(Opening(start: start, travel: added))
    }
    guard openings.isEmpty else { return .open(openings) }
    if let overWeek { return .blocked(overWeek) }
    if spoiltRest, let rest = frame.rest {
      let hours = "\(RotaProblem.clock(rest.earliest)) to \(RotaProblem.clock(rest.latest))"
      return .blocked(Obstacle(.rest, "the \(rest.minutes)-minute break, due in \(hours), no longer fits"))
    }
    return .blocked(self.gapObstacle(whole, on: day))
  }

  /// The gaps of the day as it stands in which the due break fits.
  private func gapsWithRest(_ whole: [DayCheck.Stop], frame: DayCheck.Frame) -> [Int] {
    guard let rest = frame.rest else { return [] }
    let travel = self.rota.problem.travel
    return whole.indices.dropLast().filter { gap in
      let (before, after) = (whole[gap], whole[gap + 1])
      let leg = travel[before.place, after.place]
      return DayCheck.restStart(rest, step: frame.step, after: before.end, before: after.start, leg: leg)
        != nil
    }
  }

  private func gapObstacle(_ whole: [DayCheck.Stop], on day: Int) -> Obstacle {
    let travel = self.rota.problem.travel
    let windows = self.visit.windows.filter { $0.day == day }
    var longest = 0
    for gap in whole.indices.dropLast() {
      let (before, after) = (whole[gap], whole[gap + 1])
      let free = before.end + travel[before.place, self.place]
      let taken = after.start - travel[self.place, after.place]
      for window in windows { longest = max(longest, min(taken, window.end) - max(free, window.start)) }
    }
    let words = windows.map(\.words).joined(separator: " or ")
    if longest >= self.visit.minutes {
      let step = self.rota.problem.horizon.step
      let what = "has \(longest) free minutes in \(words), but no start allowed by the \(step)-minute grid"
      return Obstacle(.gap, "\(what), the order of visits, the pin and the rooms")
    }
    let needed = "needs \(self.visit.minutes) free minutes in \(words)"
    return Obstacle(.gap, "\(needed) besides travel; the longest free stretch is \(longest)")
  }
}
