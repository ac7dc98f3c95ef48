// SPDX-License-Identifier: Apache-2.0

/// Changes a plan by putting visits in and taking them out; every plan it leaves keeps every hard rule.
///
/// Times of a route's visits may move when the route changes. Held still are joint visits, and a visit with
/// a successor on the same route that must keep a distance to it; all others move within what the rest of
/// the plan leaves them. ``putInByShifting(_:upTo:onlyChanged:)`` alone has what holds still start later, on
/// all its routes at once.
struct PlanEditor {
  /// In the arena, so that the editor itself stays small enough to pass around.
  private let tables: UnsafePointer<DenseProblem>
  var plan: Plan

  /// The visit that is being put in, which is not yet part of the plan; -1 = none.
  var arriving = -1
  /// Points beyond its weight that a visit may cost where it is put in: visits that share a journey can be
  /// worth it together where each alone is not.
  var generosity = 0
  /// Points of chance in the choice among the places of a joint visit.
  var jitter = 0
  /// Source of stamps; never repeats, so that an equal stamp means an equal route.
  var stampSource = 0
  var labels: Labels
  /// The route under examination and the starts found for it.
  let route: Ints
  let found: Ints
  let earliest: Ints
  /// Travel added by each position of a route.
  let added: Ints
  var seriesView: SeriesView
  /// Shifts whose stops were taken out and that are not yet scheduled anew.
  var unsettled: [Int] = []
  let isUnsettled: Ints

  /// Shifts whose route or times were set since ``forgetChanges()``, each once.
  private(set) var changed: [Int] = []
  private let isChanged: Ints

  /// What an insertion of a slot into a shift costs, as of the stamps it was computed under; only a lower
  /// bound while the position is -1.
  let memoStamp: Ints
  let memoPlaceStamp: Ints
  let memoCost: Ints
  let memoTravel: Ints
  let memoPosition: Ints

  let activities: ActivityGraph
  /// Keeps routes as they were while a change is tried; none where no visit is tied.
  let spare: Plan?

  init(_ problem: DenseProblem, in arena: Arena) {
    self.tables = arena.keep(problem)
    self.plan = Plan(for: problem, in: arena)
    self.labels = Labels(stops: problem.stopLimit, in: arena)
    self.route = arena.ints(problem.stopLimit + 2)
    self.found = arena.ints(problem.stopLimit + 2)
    self.earliest = arena.ints(problem.stopLimit + 2)
    self.added = arena.ints(problem.stopLimit + 2)
    self.seriesView = SeriesView(blocked: arena.ints(problem.days), holds: arena.ints(problem.people))
    self.isUnsettled = arena.ints(problem.shifts)
    self.isChanged = arena.ints(problem.shifts)
    self.memoStamp = arena.ints(problem.candidate.count, repeating: -1)
    self.memoPlaceStamp = arena.ints(problem.candidate.count, repeating: -1)
    self.memoCost = arena.ints(problem.candidate.count)
    self.memoTravel = arena.ints(problem.candidate.count)
    self.memoPosition = arena.ints(problem.candidate.count)
    self.activities = ActivityGraph(for: problem, in: arena)
    self.spare = problem.hasTies ? Plan(for: problem, in: arena) : nil
    for role in 0..<problem.roles { self.compareLoads(of: role) }
  }

  /// Read in place: the tables' own struct is too large to be copied in inner loops.
  var problem: DenseProblem {
    @inline(__always) _read { yield self.tables.pointee }
  }

  var cost: Int { self.plan.cost(under: self.problem) }

  @inline(__always) func isPlaced(_ visit: Int) -> Bool { self.plan.day[visit] >= 0 }

  @inline(__always) func isOn(_ visit: Int, shift: Int) -> Bool {
    if visit == self.arriving && self.plan.day[visit] < 0 { return false }
    for slot in self.problem.slot[visit]..<self.problem.slot[visit &+ 1]
    where self.plan.holder[slot] == shift { return true }
    return false
  }

  /// Gives a visit its day, or takes it away (-1), and keeps count of the guests of its place.
  @inline(__always)
  func setDay(_ day: Int, of visit: Int) {
    let row = self.problem.place[visit] &* self.problem.days
    let old = self.plan.day[visit]
    if old >= 0 { self.plan.guests[row &+ old] = self.plan.guests[row &+ old] &- 1 }
    if day >= 0 { self.plan.guests[row &+ day] = self.plan.guests[row &+ day] &+ 1 }
    self.plan.day[visit] = day
  }

  mutating func touch(shift: Int) {
    self.stampSource &+= 1
    self.plan.stamp[shift] = self.stampSource
    guard self.isChanged[shift] == 0 else { return }
    self.isChanged[shift] = 1
    self.changed.append(shift)
  }

  /// Whether a shift is among the ``changed`` ones.
  @inline(__always) func isTouched(_ shift: Int) -> Bool { self.isChanged[shift] == 1 }

  /// Empties ``changed``.
  mutating func forgetChanges() {
    for shift in self.changed { self.isChanged[shift] = 0 }
    self.changed.removeAll(keepingCapacity: true)
  }

  /// Puts the plan back to what `plan` is, from which it differs in no shift but the ``changed`` ones.
  mutating func undo(to plan: Plan) {
    self.plan.copy(plan, shifts: self.changed, under: self.problem)
    self.forgetChanges()
  }

  /// Takes over a whole plan, of this editor or another one of the same problem. Every route counts as changed.
  mutating func take(_ plan: Plan) {
    self.plan.copy(plan)
    for shift in 0..<self.problem.shifts { self.touch(shift: shift) }
    for index in 0..<self.plan.placeStamp.count {
      self.stampSource &+= 1
      self.plan.placeStamp[index] = self.stampSource
    }
  }

  mutating func touch(placeOf visit: Int, day: Int) {
    let place = self.problem.place[visit]
    guard self.problem.crowded[place] == 1 else { return }
    self.stampSource &+= 1
    self.plan.placeStamp[place &* self.problem.days &+ day] = self.stampSource
  }
}
