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
  let worked: [Int]
  let visitMinutes: [Int]
  /// Placed visits of the same series.
  let mates: [PlacedRota.Placement]
  let series: RotaProblem.Series?
  /// The visits at the same place.
  let neighbours: [PlacedRota.Placement]
  let baseSpread: Int

  /// What is looked away from, to see how far it would have to give.
  private(set) var easing = InsertionEasing()

  struct PersonDayKey: Hashable {
    let staff: Int
    let day: Int
  }

  /// - Parameter asked: The visit as it is to be tried; the problem's own unless given.
  init(_ position: Int, in rota: PlacedRota, as asked: RotaProblem.Visit? = nil) {
    let problem = rota.problem
    let visit = asked ?? problem.visits[position]
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

  func eased(_ easing: InsertionEasing) -> Self {
    var eased = self
    eased.easing = easing
    return eased
  }

  /// The day's visits between the opening and the closing of a frame, which may not be the shift's own.
  func whole(_ work: PlacedRota.PersonDay?, in frame: DayCheck.Frame) -> [DayCheck.Stop] {
    DayCheck.whole(Array(work?.whole.dropFirst().dropLast() ?? []), in: frame)
  }

  /// One person in one slot on one day, by the rules in the order of ``Obstacle/Kind``.
  func outcome(of staff: Int, slot: Int, on day: Int) -> Outcome {
    guard
      let frame = self.easing.frames[PersonDayKey(staff: staff, day: day)]
        ?? self.rota.problem.frame(staff: staff, day: day)
    else {
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
