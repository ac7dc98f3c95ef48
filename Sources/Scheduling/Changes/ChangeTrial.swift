// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A visit that is left out, and a change to be tried for it: the problem with the change made, and from where
/// to solve it.
public struct ChangeTrial: Sendable {
  public let visit: VisitID
  /// `nil` = the problem as it is.
  public let change: (any ProblemChange)?
  /// The problem with the change made; the referee judges by this one.
  public let problem: RotaProblem
  /// The rota as it stands, with the visit where it fits best if it fits as things are.
  public let start: RotaAnswer
  /// Whether ``start`` holds the visit.
  public let fitsDirectly: Bool
  /// What is placed besides the visit.
  private let others: [RotaAnswer.Assignment]

  /// - Throws: ``Vocabulary/Fault`` `rota.visit-unknown`, or `rota.problem-invalid` when the change cannot be
  ///   made.
  public init(
    _ change: (any ProblemChange)?,
    for visit: VisitID,
    in answer: RotaAnswer,
    of problem: RotaProblem
  ) throws {
    let changed = try change?.applied(to: problem) ?? problem
    let others = answer.assignments.filter { $0.visit != visit }
    let candidates = try RotaExplainer(answer, of: changed).candidates(for: visit)
    let best = RotaExplainer.cheapest(candidates)
    var assignments = others
    if let best, let fit = best.fit {
      assignments.append(
        RotaAnswer.Assignment(visit: visit, staff: best.staff, day: best.day, start: fit.start)
      )
    }
    self.visit = visit
    self.change = change
    self.problem = changed
    self.start = changed.answer(assignments)
    self.fitsDirectly = best != nil
    self.others = others
  }

  /// The problem to solve in place of ``problem``: the same rules, but the visit weighs so much that a search
  /// goes for it, visits that are placed weigh more than any that is not, and moving one costs something. Other
  /// visits that are left out stay out, but for those that must come before this one: what lets in another
  /// visit says nothing of this one.
  ///
  /// - Throws: never for weights within the problem's limits.
  public func target() throws -> RotaProblem {
    let held = Set(self.others.map(\.visit))
    let needed = self.earlier()
    let most = (self.problem.visits.filter { !held.contains($0.id) }.map(\.weight).max() ?? 0) + 1
    let limit = RotaProblem.Limit.visitWeight
    let visits = self.problem.visits.map { asked in
      if asked.id == self.visit { return asked.replacing(weight: min(limit, asked.weight + 20 * most)) }
      if held.contains(asked.id) { return asked.replacing(weight: min(limit, asked.weight + most)) }
      return needed.contains(asked.id) ? asked : asked.replacing(windows: [])
    }
    var weights = self.problem.weights
    let move = min(RotaProblem.Limit.unitWeight, most / 20 + 1)
    weights.changedStaff = max(weights.changedStaff, move)
    weights.changedDay = max(weights.changedDay, move)
    weights.changedStart = max(weights.changedStart, move)
    return try self.problem.replacing(visits: visits, published: self.others, weights: weights)
  }

  /// Visits that must come before this one, directly or by others.
  private func earlier() -> Set<VisitID> {
    var (found, open) = (Set<VisitID>(), [self.visit])
    while let id = open.popLast() {
      guard let position = self.problem.visitIndex[id] else { continue }
      for rule in self.problem.visits[position].after where found.insert(rule.visit).inserted {
        open.append(rule.visit)
      }
    }
    return found
  }
}

extension RotaProblem {
  /// An answer of these assignments with breaks where they are due and fit; every other visit told as left out.
  public func answer(_ assignments: [RotaAnswer.Assignment]) -> RotaAnswer {
    let placed = Set(assignments.map(\.visit))
    return RotaAnswer(
      problem: self.name,
      assignments: assignments,
      breaks: self.breaks(for: assignments),
      unassigned: self.visits.filter { !placed.contains($0.id) }.map {
        RotaAnswer.LeftOut(visit: $0.id, reason: "")
      }
    )
  }
}
