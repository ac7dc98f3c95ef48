// SPDX-License-Identifier: Apache-2.0

package import Scheduling
import Vocabulary

/// Holds the sums that the search keeps against the referee, which counts from nothing.
package enum SlowTwin {
  /// Makes `rounds` random changes to a plan, good or bad, and has the referee judge each.
  ///
  /// - Returns: what the referee finds wrong first: a broken rule, or a cost other than the plan's own;
  ///   `nil` when the two agree throughout.
  package static func firstDisagreement(
    over rounds: Int,
    on problem: RotaProblem,
    seed: UInt64,
    from start: RotaAnswer? = nil
  ) -> String? {
    let arena = Arena()
    return withExtendedLifetime(arena) {
      let dense = DenseProblem(problem, in: arena)
      var editor = PlanEditor(dense, in: arena)
      var random = SeededGenerator(seed: seed)
      if let start {
        editor.load(start, of: problem, isSound: RotaReferee.check(start, of: problem).isFeasible)
        if let wrong = Self.disagreement(&editor, problem) { return "loaded: \(wrong)" }
      }
      var held = Plan(for: dense, in: arena)
      held.copy(editor.plan)
      editor.forgetChanges()
      for round in 0..<rounds {
        Ruin(size: 8).take(from: &editor, random: &random)
        if let wrong = Self.disagreement(&editor, problem) { return "ruin \(round): \(wrong)" }
        var absent = (0..<dense.visits).filter { !editor.isPlaced($0) }.map {
          PlanEditor.Pending(visit: $0, onlyChanged: held.day[$0] < 0 && round % 4 == 0)
        }
        absent.shuffle(using: &random)
        if round % 3 == 0 {
          editor.recreateByRegret(absent, random: &random)
        } else {
          editor.recreate(absent, blink: 40, random: &random)
        }
        if let wrong = Self.disagreement(&editor, problem) { return "recreation \(round): \(wrong)" }
        if round % 5 == 4 {
          editor.undo(to: held)
          if let wrong = Self.disagreement(&editor, problem) { return "undoing \(round): \(wrong)" }
          if editor.cost != held.cost(under: dense) { return "undoing \(round): another cost than before" }
        } else if round % 2 == 0 {
          held.copy(editor.plan, shifts: editor.changed, under: dense)
          editor.forgetChanges()
        }
      }
      return nil
    }
  }

  private static func disagreement(_ editor: inout PlanEditor, _ problem: RotaProblem) -> String? {
    let answer = editor.answer(to: problem)
    let verdict = RotaReferee.check(answer, of: problem)
    if let breach = verdict.breaches.first { return "\(breach)" }
    guard verdict.cost.total == answer.cost else {
      return "the plan costs \(answer.cost ?? -1) by its own sums, \(verdict.cost)"
    }
    return nil
  }
}
