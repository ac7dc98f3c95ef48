// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// Solves changed problems one after another, within a number of solves.
struct ChangeAttempt {
  let visit: VisitID
  let answer: RotaAnswer
  let problem: RotaProblem
  let solve: RoundsOfSearch.Solve
  private(set) var solvesLeft: Int

  init(
    visit: VisitID,
    answer: RotaAnswer,
    problem: RotaProblem,
    solve: @escaping RoundsOfSearch.Solve,
    solvesLeft: Int
  ) {
    self.visit = visit
    self.answer = answer
    self.problem = problem
    self.solve = solve
    self.solvesLeft = solvesLeft
  }

  /// `nil` when the solve is no proof, or no solve is left.
  mutating func verified(_ trial: ChangeTrial) async -> VerifiedChange? {
    guard self.solvesLeft > 0, let target = try? trial.target() else { return nil }
    self.solvesLeft -= 1
    let found = await self.solve(target, trial.start)
    return VerifiedChange(trial, found: found, before: self.answer, of: self.problem)
  }

  /// The same rota, whole or without what else was let in, where it stands in the problem as it is: then
  /// nothing had to be changed, and an earlier solve missed it.
  func unneeded(_ found: VerifiedChange) -> VerifiedChange? {
    guard let trial = try? ChangeTrial(nil, for: self.visit, in: self.answer, of: self.problem) else { return nil }
    let extra = Set(found.alsoPlaced)
    let kept = found.answer.assignments.filter { !extra.contains($0.visit) }
    return VerifiedChange(trial, found: found.answer, before: self.answer, of: self.problem)
      ?? VerifiedChange(trial, found: self.problem.answer(kept), before: self.answer, of: self.problem)
  }

  /// The change with the least amount for which a solve is a proof, by halving; `nil` when there is none for
  /// the amount that was proposed.
  mutating func smallest(_ trial: ChangeTrial) async -> VerifiedChange? {
    guard var best = await self.verified(trial) else { return nil }
    let step = trial.change.map { $0.kind.isInMinutes ? self.problem.horizon.step : 1 } ?? 1
    var tooLittle = 0
    while let change = best.change, change.amount - tooLittle > step, self.solvesLeft > 0 {
      let middle = (tooLittle + (change.amount - tooLittle) / 2) / step * step
      let amount = middle > tooLittle ? middle : tooLittle + step
      guard amount < change.amount, let less = change.with(amount: amount),
        let trial = try? ChangeTrial(less, for: self.visit, in: self.answer, of: self.problem)
      else { break }
      if let found = await self.verified(trial) { best = found } else { tooLittle = amount }
    }
    return best
  }
}
