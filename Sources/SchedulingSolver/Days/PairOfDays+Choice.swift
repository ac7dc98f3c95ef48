// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension PairOfDays {
  /// Visits left out that are taken up with a pair at most.
  private static let mostNewcomers = 3

  /// A pair whose stops have something to do with one another: both days hold, or could hold, visits near one visit.
  ///
  /// - Returns: `nil` where chance finds none that can be seen apart from the rest of the week.
  static func near(in editor: borrowing PlanEditor, random: inout SeededGenerator) -> PairOfDays? {
    let visits = editor.problem.visits
    let seed = random.below(visits)
    guard let first = Self.shift(for: seed, in: editor, random: &random) else { return nil }
    let range = editor.problem.nearRange[seed]..<editor.problem.nearRange[seed + 1]
    for _ in 0..<4 where !range.isEmpty {
      let other = editor.problem.near[range.lowerBound + random.below(range.count)]
      guard let second = Self.shift(for: other, in: editor, random: &random), second != first else { continue }
      return PairOfDays(first, second, newcomers: Self.mostNewcomers, from: random.below(visits), in: editor)
    }
    return nil
  }

  /// Where a visit stands, or for one left out a day that could take it.
  private static func shift(
    for visit: Int, in editor: borrowing PlanEditor, random: inout SeededGenerator
  ) -> Int? {
    let slot = editor.problem.slot[visit]
    if editor.isPlaced(visit) { return editor.plan.holder[slot] }
    let range = editor.problem.candidateRange[slot]..<editor.problem.candidateRange[slot + 1]
    return range.isEmpty ? nil : editor.problem.candidate[range.lowerBound + random.below(range.count)]
  }
}
