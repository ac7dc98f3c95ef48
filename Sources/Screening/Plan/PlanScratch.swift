// SPDX-License-Identifier: Apache-2.0

/// The working space of one thread that scores by a plan: filled again for every row, allocated once.
///
/// Made by ``ScoringPlan/scratch()`` and of use to that plan only.
public struct PlanScratch {
  struct Tally {
    /// The section is for the child's age.
    var isThere = false
    var points = 0
    var counted = 0
    var missing = 0
  }

  struct Score {
    var isThere = false
    /// Has one number: points, or a real number.
    var hasNumber = false
    var points = 0
    var number = 0.0
  }

  var responses: [Int16]
  var tallies: [Tally]
  var scores: [Score]
  var memo: PlanMemo
  /// Numbers of flag texts, in the order they were raised.
  var flags: [Int]
  var flagCount = 0
  var nearestAge: Int?
  var isMissingFlagged = false

  mutating func raise(_ flag: Int) {
    self.flags[self.flagCount] = flag
    self.flagCount += 1
  }
}
