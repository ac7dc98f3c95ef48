// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A change that was tried by solving the changed problem, and lets the visit in.
///
/// The referee finds no rule broken, every visit that was placed is still placed, the visit is placed, and the
/// rota costs no more than the one before.
public struct VerifiedChange: Sendable {
  public let visit: VisitID
  /// `nil` = nothing had to be changed.
  public let change: (any ProblemChange)?
  /// The rota of the changed problem.
  public let answer: RotaAnswer
  /// Where the visit goes.
  public let assignment: RotaAnswer.Assignment
  public let costBefore: Int
  public let costAfter: Int
  /// Visits that were placed and now have other people, another day or start, in the order of the problem.
  public let moved: [VisitID]
  /// Other visits that were left out and now are placed, in the order of the problem.
  public let alsoPlaced: [VisitID]

  /// The better of what the search found and the trial's own start; `nil` when neither is a proof.
  ///
  /// - Parameter before: The rota of the unchanged problem, which must break no rule.
  public init?(
    _ trial: ChangeTrial,
    found: RotaAnswer,
    before: RotaAnswer,
    of problem: RotaProblem
  ) {
    let costBefore = RotaReferee.check(before, of: problem).cost.total
    let proofs = [trial.start, found].compactMap {
      Self.proof(trial, $0, before: before, costBefore: costBefore)
    }
    // Of equally cheap ones the start, which moves nothing.
    guard let best = proofs.min(by: { ($0.moved.count, $0.cost) < ($1.moved.count, $1.cost) }) else {
      return nil
    }
    self.visit = trial.visit
    self.change = trial.change
    self.answer = best.answer
    self.assignment = best.assignment
    self.costBefore = costBefore
    self.costAfter = best.cost
    self.moved = best.moved
    let placed = Set(before.assignments.map(\.visit))
    let now = Set(best.answer.assignments.map(\.visit))
    self.alsoPlaced = problem.visits.map(\.id).filter {
      $0 != trial.visit && !placed.contains($0) && now.contains($0)
    }
  }

  private struct Proof {
    let answer: RotaAnswer
    let assignment: RotaAnswer.Assignment
    let cost: Int
    let moved: [VisitID]
  }

  private static func proof(
    _ trial: ChangeTrial,
    _ answer: RotaAnswer,
    before: RotaAnswer,
    costBefore: Int
  ) -> Proof? {
    let verdict = RotaReferee.check(answer, of: trial.problem)
    guard verdict.isFeasible, verdict.cost.total <= costBefore else { return nil }
    let now = Dictionary(answer.assignments.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    guard let assignment = now[trial.visit] else { return nil }
    var moved: Set<VisitID> = []
    for held in before.assignments where held.visit != trial.visit {
      guard let current = now[held.visit] else { return nil }
      if current != held { moved.insert(held.visit) }
    }
    return Proof(
      answer: answer,
      assignment: assignment,
      cost: verdict.cost.total,
      moved: trial.problem.visits.map(\.id).filter { moved.contains($0) }
    )
  }
}
