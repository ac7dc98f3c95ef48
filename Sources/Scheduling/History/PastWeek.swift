// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// An earlier week's rota as it was planned, and which of its visits did not take place.
public struct PastWeek: Sendable, Hashable {
  public let week: SchoolWeek
  public let problem: RotaProblem
  public let answer: RotaAnswer
  /// Visits of the rota that are known to have been missed or called off.
  public let notHeld: Set<VisitID>

  public init(week: SchoolWeek, problem: RotaProblem, answer: RotaAnswer, notHeld: Set<VisitID> = []) {
    self.week = week
    self.problem = problem
    self.answer = answer
    self.notHeld = notHeld
  }

  /// The rota with the visits that took place, as if it had never held the others: a journey that a missed
  /// visit called for does not count, nor does a late finish that it alone made.
  var held: PlacedRota {
    PlacedRota(
      RotaAnswer(
        problem: self.answer.problem,
        assignments: self.answer.assignments.filter { !self.notHeld.contains($0.visit) },
        breaks: self.answer.breaks
      ),
      of: self.problem
    )
  }
}
