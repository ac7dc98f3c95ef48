// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Changes that may let a visit in, each derived from the first rule in the way of some people on some day,
/// with the least amount that opens that way while everything else stays as it is.
///
/// Where a second rule bars the way behind the first, a change of a limit or a rule is still proposed: other
/// visits may make room. What is proposed is not yet known to work; see ``ChangeTrial``.
struct ChangeProposals {
  /// Minutes by which a shift, a window or a break's hours are stretched at most.
  static let longestStretch = 120

  let search: InsertionSearch
  let problem: RotaProblem
  private var found: [any ProblemChange] = []
  private var seen: Set<AnyHashable> = []

  /// The smallest first; see ``ProblemChangeKind``. Of equally small ones those of an earlier day, then of
  /// earlier people.
  var all: [any ProblemChange] {
    self.found.enumerated().sorted { a, b in
      if a.element.isSmaller(than: b.element) { return true }
      return !b.element.isSmaller(than: a.element) && a.offset < b.offset
    }.map(\.element)
  }

  /// - Parameter rota: without the visit.
  init(_ position: Int, in rota: PlacedRota) {
    self.search = InsertionSearch(position, in: rota)
    self.problem = rota.problem
    for candidate in self.search.candidates() {
      guard let obstacle = candidate.obstacle else { continue }
      for (place, id) in candidate.staff.enumerated() {
        guard let person = self.problem.staffIndex[id] else { continue }
        let slot = candidate.slot ?? place
        self.propose(obstacle, Seat(person: person, slot: slot, day: candidate.day))
      }
    }
  }

  /// One person in one slot on one day.
  struct Seat {
    let person: Int
    let slot: Int
    let day: Int
  }

  private mutating func add(_ change: (some ProblemChange)?) {
    guard let change, change.amount > 0, self.seen.insert(AnyHashable(change)).inserted else { return }
    self.found.append(change)
  }

  private mutating func propose(_ obstacle: Obstacle, _ seat: Seat) {
    let visit = self.search.visit
    let person = self.problem.staff[seat.person]
    switch obstacle.kind {
    case .noShift: self.add(self.newShift(seat))
    case .skill: self.add(AddedSkills(person.id, visit.slots[seat.slot].subtracting(person.skills)))
    case .forbidden: self.add(LiftedForbidding(visit.id, person.id))
    case .pin: self.add(LiftedPin(visit.id))
    case .contactMinutes:
      self.add(obstacle.short.map { MoreContactMinutes(person.id, by: self.roundedUp($0)) })
    case .weekMinutes: self.add(self.moreWeekMinutes(seat, obstacle))
    case .seriesGap: self.add(self.shorterGap(on: seat.day))
    case .seriesStaff: self.add(visit.series.map { FreerSeriesStaff($0) })
    case .after:
      self.proposeOrders()
      self.add(self.widerWindow(seat))
    case .rooms:
      self.add(AnotherRoom(at: visit.place))
      self.add(self.widerWindow(seat))
    case .window, .gap, .together:
      for side in [LongerShift.Side.earlier, .later] { self.add(self.longerShift(seat, side)) }
      self.add(self.widerWindow(seat))
    case .rest:
      for side in [LongerShift.Side.earlier, .later] {
        self.add(self.longerShift(seat, side))
        self.add(self.widerBreak(seat, side))
      }
      self.add(self.widerWindow(seat))
    }
  }

  private mutating func proposeOrders() {
    let visit = self.search.visit
    for rule in visit.after { self.add(DroppedOrder(visit.id, after: rule.visit)) }
    for other in self.search.rota.placements {
      let later = self.problem.visits[other.visit]
      if later.after.contains(where: { $0.visit == visit.id }) {
        self.add(DroppedOrder(later.id, after: visit.id))
      }
    }
  }

  func roundedUp(_ minutes: Int) -> Int {
    let step = self.problem.horizon.step
    return (minutes + step - 1) / step * step
  }
}
