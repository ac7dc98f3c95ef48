// SPDX-License-Identifier: Apache-2.0

/// How early the visits of a plan can start together, and what one more visit does to that.
///
/// Every placed visit is one node, a joint visit one node on several routes. Its arcs are the succession on
/// routes and the `after` rules. A tied visit, which is one that is joint or has an `after` rule on either
/// side, starts no earlier than it does in the plan; all others start as early as the arcs, their windows and
/// the rooms that the plan leaves free allow. Where a break is due, each stop knows two starts, one without
/// and one with the break behind it.
///
/// The starts are a lower limit: rooms count as the plan has them, and the routes of a joint visit choose
/// their breaks one by one. Whoever takes them over has every route scheduled.
struct ActivityGraph {
  enum Verdict {
    case fits
    /// Some visit would have to end before itself.
    case cycle
    /// Some visit would start after its last possible start, or a day end after its shift.
    case late
  }

  /// A visit of one person that is to stand between two stops of a route; -1 where it is the first or last.
  struct Arrival {
    let visit: Int
    let shift: Int
    let position: Int
    let ahead: Int
    let behind: Int
  }

  /// By visit, where it moved: the start, in minutes past midnight.
  let start: Ints
  /// By slot: the start with the break of the route still to come, or `DenseProblem.never`.
  let unrested: Ints
  /// By slot: the start with the break taken or none due, or `DenseProblem.never`.
  let rested: Ints
  /// The same as they are without the arrival, for the routes that were looked at.
  let startBefore: Ints
  let unrestedBefore: Ints
  let restedBefore: Ints
  /// Room for the states of one visit while they are worked out.
  let comingUnrested: Ints
  let comingRested: Ints
  /// Visits whose start or state is another than before: the first `movedCount` ones.
  let moved: Ints
  let isMoved: Ints
  let pending: Ints
  let isPending: Ints
  /// By shift: the epoch in which its stops were last looked at.
  let scanned: Ints
  /// By visit: the epoch in which the search for a cycle has been there.
  let seen: Ints
  let counts: Ints

  init(for problem: DenseProblem, in arena: Arena) {
    let visits = problem.hasTies ? problem.visits : 0
    let slots = problem.hasTies ? problem.slot[problem.visits] : 0
    (self.start, self.startBefore) = (arena.ints(visits), arena.ints(visits))
    (self.unrested, self.unrestedBefore) = (arena.ints(slots), arena.ints(slots))
    (self.rested, self.restedBefore) = (arena.ints(slots), arena.ints(slots))
    (self.comingUnrested, self.comingRested) = (arena.ints(slots), arena.ints(slots))
    (self.moved, self.isMoved) = (arena.ints(visits), arena.ints(visits))
    (self.pending, self.isPending) = (arena.ints(visits), arena.ints(visits))
    self.scanned = arena.ints(problem.shifts)
    self.seen = arena.ints(visits)
    self.counts = arena.ints(4)
  }

  var movedCount: Int {
    get { self.counts[0] }
    nonmutating set { self.counts[0] = newValue }
  }

  var pendingCount: Int {
    get { self.counts[1] }
    nonmutating set { self.counts[1] = newValue }
  }

  private var epoch: Int {
    get { self.counts[2] }
    nonmutating set { self.counts[2] = newValue }
  }

  private var search: Int {
    get { self.counts[3] }
    nonmutating set { self.counts[3] = newValue }
  }

  /// Forgets what was known of an earlier plan. Routes are looked at again when they are reached.
  func begin() {
    self.takeBack()
    self.epoch = Self.next(self.epoch, marks: self.scanned)
  }

  /// Whether the stops of `shift` have to be looked at; from then on they count as looked at.
  func mustScan(_ shift: Int) -> Bool {
    guard self.scanned[shift] != self.epoch else { return false }
    self.scanned[shift] = self.epoch
    return true
  }

  /// Starts a search that has been nowhere.
  func beginSearch() { self.search = Self.next(self.search, marks: self.seen) }

  /// Whether the search comes to `visit` for the first time.
  func reaches(_ visit: Int) -> Bool {
    guard self.seen[visit] != self.search else { return false }
    self.seen[visit] = self.search
    return true
  }

  private static func next(_ epoch: Int, marks: Ints) -> Int {
    if epoch < Int(Int32.max) { return epoch + 1 }
    marks.fill(0)
    return 1
  }

  /// Marks a visit as moved, so that ``takeBack()`` finds it.
  func move(_ visit: Int) {
    guard self.isMoved[visit] == 0 else { return }
    self.isMoved[visit] = 1
    self.moved[self.movedCount] = visit
    self.movedCount += 1
  }

  func wait(_ visit: Int) {
    guard self.isPending[visit] == 0 else { return }
    self.isPending[visit] = 1
    self.pending[self.pendingCount] = visit
    self.pendingCount += 1
  }

  /// Takes the `index`-th of the waiting visits out of the line.
  func call(_ index: Int) -> Int {
    let visit = self.pending[index]
    self.pendingCount -= 1
    self.pending[index] = self.pending[self.pendingCount]
    self.isPending[visit] = 0
    return visit
  }
}
