// SPDX-License-Identifier: Apache-2.0

package import Scheduling
import Vocabulary

/// Holds the exact repair of two working days against every way there is, judged by the referee.
package enum PairTwin {
  package struct Outcome: Sendable {
    /// What is wrong first; `nil` when all agrees.
    package var wrong: String?
    /// Pairs of days whose repair was held against every way.
    package var compared = 0
    /// Of those, pairs that had a cheaper way.
    package var repaired = 0
    /// Pairs that got into one another's way, or were given up.
    package var refused = 0
  }

  /// Makes `rounds` random plans and repairs a few pairs of days of each.
  ///
  /// - Parameter most: stops and newcomers of a pair that is held against every way; larger ones are passed over.
  /// - Returns: first of all a plan that breaks a rule, counts its cost otherwise than the referee, costs more
  ///   than before, or was to be left alone and is not; a pair that is given up though its days share no place with
  ///   too few rooms; a cost that is not the least of every way there is.
  package static func compare(over rounds: Int, most: Int, on problem: RotaProblem, seed: UInt64) -> Outcome {
    let arena = Arena()
    return withExtendedLifetime(arena) {
      let dense = DenseProblem(problem, in: arena)
      var outcome = Outcome()
      guard dense.shifts > 1, dense.visits > 0 else { return outcome }
      var editor = PlanEditor(dense, in: arena)
      var repair = PairRepair(in: arena)
      var held = Plan(for: dense, in: arena)
      var random = SeededGenerator(seed: seed)
      for round in 0..<rounds {
        Ruin(size: 8).take(from: &editor, random: &random)
        var absent = (0..<dense.visits).filter { !editor.isPlaced($0) }.map {
          PlanEditor.Pending(visit: $0, onlyChanged: false)
        }
        absent.shuffle(using: &random)
        if random.below(2) == 0 { absent.removeLast(absent.count / 2) }
        editor.recreate(absent, blink: 120, random: &random)
        for _ in 0..<4 {
          editor.forgetChanges()
          held.copy(editor.plan)
          let (first, second) = (random.below(dense.shifts), random.below(dense.shifts))
          guard
            let pair = PairOfDays(
              first, second, newcomers: random.below(3), from: random.below(dense.visits), in: editor),
            pair.free.count + max(pair.fixed.0.count, pair.fixed.1.count) <= most
          else { continue }
          if let wrong = Self.fault(of: pair, &repair, &editor, held, problem, &outcome) {
            outcome.wrong = "round \(round), shifts \(first) and \(second), free \(pair.free): \(wrong)"
            return outcome
          }
        }
      }
      return outcome
    }
  }

  private static func fault(
    of pair: PairOfDays, _ repair: inout PairRepair, _ editor: inout PlanEditor, _ held: Plan,
    _ problem: RotaProblem, _ outcome: inout Outcome
  ) -> String? {
    let before = editor.answer(to: problem)
    let result = repair.repair(pair, in: &editor, held: held)
    let after = editor.answer(to: problem)
    let verdict = RotaReferee.check(after, of: problem)
    let (old, new) = (before.cost ?? 0, verdict.cost.total)
    if let breach = verdict.breaches.first { return "\(result): \(breach)" }
    guard new == after.cost else { return "\(result) at \(after.cost ?? 0), the referee counts \(new)" }
    if new > old { return "\(result): \(old) before, \(new) after" }
    if result != .repaired, new == old, after != before { return "\(result), and the plan is another" }
    let isCrowded = Self.shareRooms(pair, problem, editor)
    switch result {
    case .best, .repaired:
      let days = [(pair.shifts.0, pair.fixed.0), (pair.shifts.1, pair.fixed.1)].map { shift, fixed in
        EveryPair.Day(staff: editor.problem.person[shift], day: editor.problem.day[shift], fixed: fixed)
      }
      let every = EveryPair(problem, standing: before, free: pair.free, days: days)
      guard let least = every.least(days[0], days[1]) else { return "there is no way" }
      outcome.compared += 1
      if new < old { outcome.repaired += 1 }
      if isCrowded ? new > least : new != least {
        return "\(result): \(old) before, \(new) after, \(least) is the least"
      }
    case .clash:
      outcome.refused += 1
      if !isCrowded { return "the days clash and share no crowded place" }
    case .abandoned: outcome.refused += 1
    }
    return nil
  }

  /// Whether the two days are one date, with more visits between them at some place than it has rooms.
  private static func shareRooms(_ pair: PairOfDays, _ problem: RotaProblem, _ editor: borrowing PlanEditor) -> Bool {
    guard editor.problem.day[pair.shifts.0] == editor.problem.day[pair.shifts.1] else { return false }
    let places = (pair.free + pair.fixed.0 + pair.fixed.1).map { problem.visits[$0].place }
    return problem.places.contains { place in
      let asked = problem.visits.count { $0.place == place.id }
      return asked > place.rooms && places.count { $0 == place.id } > 1
    }
  }
}
