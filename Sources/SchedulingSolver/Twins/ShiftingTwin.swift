// SPDX-License-Identifier: Apache-2.0

package import Scheduling
package import Vocabulary

/// Holds what ``PlanEditor`` makes by letting tied visits start later against the referee.
package struct ShiftingTwin {
  /// How often a visit found its place so.
  package private(set) var placed = 0
  package private(set) var refused = 0
  /// What was wrong first: a broken rule, a cost other than the plan's own, a dearer place than asked for, or a
  /// plan that was changed for nothing.
  package private(set) var disagreement: String?

  /// Makes `rounds` random changes to a plan and after each lets every visit that is left out try.
  package init(over rounds: Int, on problem: RotaProblem, seed: UInt64) {
    let arena = Arena()
    withExtendedLifetime(arena) {
      let dense = DenseProblem(problem, in: arena)
      guard dense.shifts > 0 else { return }
      var editor = PlanEditor(dense, in: arena)
      var random = SeededGenerator(seed: seed)
      for _ in 0..<rounds {
        let absent = (0..<dense.visits).filter { !editor.isPlaced($0) }.shuffled(using: &random)
        let pending = absent.map { PlanEditor.Pending(visit: $0, onlyChanged: false) }
        editor.recreate(pending, blink: 40, random: &random)
        Ruin(size: 2).take(from: &editor, random: &random)
        for visit in absent.shuffled(using: &random) where self.disagreement == nil && !editor.isPlaced(visit) {
          self.compare(visit, upTo: random.below(1_000), in: &editor, of: problem)
        }
      }
    }
  }

  private mutating func compare(
    _ visit: Int, upTo limit: Int, in editor: inout PlanEditor, of problem: RotaProblem
  ) {
    let before = editor.answer(to: problem)
    let cost = editor.cost
    let isIn = editor.putInByShifting(visit, upTo: limit, onlyChanged: false)
    let answer = editor.answer(to: problem)
    let verdict = RotaReferee.check(answer, of: problem)
    if let breach = verdict.breaches.first {
      self.disagreement = "\(breach)"
    } else if verdict.cost.total != answer.cost {
      self.disagreement = "the plan costs \(answer.cost ?? -1) by its own sums, \(verdict.cost)"
    } else if isIn && editor.cost - cost + editor.problem.weight[visit] > limit {
      self.disagreement = "put in for more than \(limit)"
    } else if !isIn && answer != before {
      self.disagreement = "visit \(visit) is not put in, and the plan another"
    }
    if isIn { self.placed += 1 } else { self.refused += 1 }
  }

  /// `rota`, which breaks no rule, with `visit` in it where tied visits make room for it; `nil` when they can't.
  package static func putting(_ visit: VisitID, into rota: RotaAnswer, of problem: RotaProblem) -> RotaAnswer? {
    guard let visit = problem.visitIndex[visit] else { return nil }
    let arena = Arena()
    return withExtendedLifetime(arena) {
      let dense = DenseProblem(problem, in: arena)
      var editor = PlanEditor(dense, in: arena)
      editor.load(rota, of: problem, isSound: true)
      let isIn = editor.putInByShifting(visit, upTo: dense.weight[visit], onlyChanged: false)
      return isIn ? editor.answer(to: problem) : nil
    }
  }
}
