// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// The repair that changes least: what stands stays where it is and only what fell is put back; where that is
/// not enough, other visits may move, at a price that only a visit left out otherwise can pay.
struct FewestChanges {
  private let problem: RotaProblem
  private let standing: StandingRota
  private let leftOut: Set<VisitID>

  init(_ problem: RotaProblem, _ standing: StandingRota, leftOut: Set<VisitID>) {
    self.problem = problem
    self.standing = standing
    self.leftOut = leftOut.subtracting(problem.published.map(\.visit))
  }

  func solve(_ effort: RotaRepairer.Effort) async throws -> RotaAnswer {
    let fixed = try self.problem.replacing(visits: self.visits(pinning: true))
    let first = await effort.solve(fixed, from: self.standing.answer, part: 6)
    let missing = self.missing(in: first)
    guard let lightest = missing.map(\.weight).min() else { return first }
    var weights = self.problem.weights
    let price = min(lightest / 2, RotaProblem.Limit.unitWeight)
    weights.changedStaff = max(weights.changedStaff, price)
    weights.changedDay = max(weights.changedDay, price)
    weights.changedStart = max(weights.changedStart, price)
    let loose = try self.problem.replacing(visits: self.visits(pinning: false), weights: weights)
    let second = await effort.solve(loose, from: first, part: 2)
    let saved = self.missing(in: second).reduce(0) { $0 + $1.weight }
    return saved < missing.reduce(0) { $0 + $1.weight } ? second : first
  }

  /// Visits that people held, or that were added, and that an answer leaves out although they have a time.
  private func missing(in answer: RotaAnswer) -> [RotaProblem.Visit] {
    let placed = Set(answer.assignments.map(\.visit))
    return self.problem.visits.filter {
      !placed.contains($0.id) && !self.leftOut.contains($0.id) && !$0.windows.isEmpty && $0.weight > 0
    }
  }

  /// What stands weighs more than all that could push it out; what was never held is not asked for.
  private func visits(pinning: Bool) -> [RotaProblem.Visit] {
    let stands = Dictionary(
      self.standing.assignments.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    let heaviest =
      self.problem.visits.filter { stands[$0.id] == nil && !self.leftOut.contains($0.id) }.map(\.weight).max() ?? 0
    return self.problem.visits.map { visit in
      if let held = stands[visit.id] {
        let weight = min(visit.weight + 2 * heaviest, RotaProblem.Limit.visitWeight)
        let pin = RotaProblem.Pin(staff: held.staff, day: held.day, start: held.start)
        return visit.replacing(weight: weight, pin: pinning ? pin : visit.pin)
      }
      return self.leftOut.contains(visit.id) ? visit.replacing(windows: []) : visit
    }
  }
}
