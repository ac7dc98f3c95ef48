// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// When the search repairs two days: by rounds and the work done, never by the clock, so that the same rounds give
/// the same result on every machine.
struct RepairTurns {
  private var repair: PairRepair
  /// The round from which the next turn is due.
  private var next = 0

  /// Steps of a repair that a round of the search pays for: less than a twentieth of its time.
  private static let stepsPerRound = 30
  /// What choosing two days is worth.
  private static let stepsOfChoice = 300

  init(in arena: Arena) { self.repair = PairRepair(in: arena) }

  func isDue(in round: Int) -> Bool { round >= self.next }

  /// Repairs two days near one another; the plan is cheaper after it, or as it was.
  ///
  /// - Parameter held: a copy of the editor's plan, with no shift changed since it was made.
  mutating func take(
    in round: Int, of editor: inout PlanEditor, held: Plan, random: inout SeededGenerator
  ) {
    let before = self.repair.steps
    if let pair = PairOfDays.near(in: editor, random: &random) {
      _ = self.repair.repair(pair, in: &editor, held: held)
    }
    self.next = round + (self.repair.steps - before + Self.stepsOfChoice) / Self.stepsPerRound
  }
}
