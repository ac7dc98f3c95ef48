// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// A rota problem as the bound sees it: one network a person-day, and rows that tie them together.
///
/// What is left out of it (relaxed), so that the bound may be lower than the best rota: the common start of a joint visit (its
/// people need only be there on the same day), rooms, the order of `after` within a day and its gaps below a day, and the
/// rounding of loads in the balance. Everything else of the exchange format is in it.
struct BoundModel {
  let problem: RotaProblem
  /// Minutes of which every time of the problem is a multiple.
  let unit: Int
  let pieces: [PieceNetwork]
  /// First slot of each visit, and one past the last.
  let firstSlot: [Int]
  let rows: WeeklyRows
  /// Every cost that a rota can have is a multiple of this.
  let costStep: Int
  /// No way gets longer by leaving out a stop on it.
  let isMetric: Bool

  var slots: Int { self.firstSlot[self.firstSlot.count - 1] }

  /// What the tables of all pieces may hold together.
  private static let mostCells = 64_000_000

  /// - Parameter near: nodes that a route remembers while it is near them; fewer weaken the bound.
  /// - Returns: `nil` for a problem that is too large for it, by its tables or by weights whose sums would not be exact, and when `goesOn`,
  /// which is asked between pieces, is false.
  init?(_ problem: RotaProblem, near: Int = PieceNetwork.near, goesOn: () -> Bool = { true }) {
    let points = problem.visits.reduce(0.0) { $0 + 4 * Double($1.weight) + 2_000_000 }
    guard points * DayPricing.scale < 0x1p52 else { return nil }
    let unit = Self.unit(of: problem)
    self.problem = problem
    self.unit = unit
    self.firstSlot = problem.visits.reduce(into: [0]) { $0.append(($0.last ?? 0) + $1.slots.count) }
    let starts = StartTables(problem)
    var held = [[RotaAnswer.Assignment]](repeating: [], count: problem.visits.count)
    for entry in problem.published {
      if let visit = problem.visitIndex[entry.visit] { held[visit].append(entry) }
    }
    let builder = PieceBuilder(
      problem: problem, starts: starts, unit: unit, firstSlot: self.firstSlot, held: held, near: near)
    var pieces: [PieceNetwork] = []
    var shift = 0
    var cells = 0
    for (person, staff) in problem.staff.enumerated() {
      for hours in staff.shifts {
        guard goesOn() else { return nil }
        let piece = builder.piece(shift: shift, person: person, hours: hours)
        cells += piece.nodes.count * (piece.width + 1)
        guard cells <= Self.mostCells else { return nil }
        pieces.append(piece)
        shift += 1
      }
    }
    self.pieces = pieces
    self.rows = WeeklyRows(problem, pieces: pieces, firstSlot: self.firstSlot, unit: unit)
    self.costStep = Self.costStep(of: problem)
    self.isMetric = Self.isMetric(problem)
  }

  private static func unit(of problem: RotaProblem) -> Int {
    var unit = problem.horizon.step
    func take(_ value: Int) { unit = gcd(unit, value) }
    for minutes in Set(problem.travel.minutes) { take(Int(minutes)) }
    for staff in problem.staff {
      for shift in staff.shifts {
        take(shift.start)
        take(shift.end)
      }
      if let rest = staff.rest {
        take(rest.minutes)
        take(rest.earliest)
        take(rest.latest)
      }
    }
    for visit in problem.visits { take(visit.minutes) }
    return max(1, unit)
  }

  private static func costStep(of problem: RotaProblem) -> Int {
    let weights = problem.weights
    var step = 0
    for visit in problem.visits { step = gcd(step, visit.weight) }
    for minutes in Set(problem.travel.minutes) { step = gcd(step, weights.travel * Int(minutes)) }
    for weight in [weights.preferStaff, weights.seriesStaff, weights.preferWindow, weights.balance, weights.shift] {
      step = gcd(step, weight)
    }
    if !problem.published.isEmpty {
      for weight in [weights.changedStaff, weights.changedDay, weights.changedStart] { step = gcd(step, weight) }
    }
    return max(1, step)
  }

  private static func isMetric(_ problem: RotaProblem) -> Bool {
    let count = problem.places.count
    guard count <= 1_000 else { return false }
    return problem.travel.minutes.withUnsafeBufferPointer { legs in
      for a in 0..<count {
        for b in 0..<count {
          let ab = legs[a &* count &+ b]
          for c in 0..<count where legs[a &* count &+ c] > ab &+ legs[b &* count &+ c] { return false }
        }
      }
      return true
    }
  }
}

/// The greatest common divisor; `gcd(0, b)` is `b`.
func gcd(_ a: Int, _ b: Int) -> Int {
  var (a, b) = (abs(a), abs(b))
  while b != 0 { (a, b) = (b, a % b) }
  return a
}
