// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Two working days whose stops are to change places, and the visits that may stand on them.
struct PairOfDays {
  let shifts: (Int, Int)
  /// Visits of one person that may go to either day, change order or be left out; each of another series.
  private(set) var free: [Int] = []
  /// Stops that stay on their day, by day: they may only change their place in the order and their start.
  private(set) var fixed: ([Int], [Int]) = ([], [])

  /// Free visits at most, and stops of one day that are free or fixed together.
  static let mostFree = 11
  static let mostBits = 12

  /// Takes up the stops of two days and visits left out that could stand there.
  ///
  /// - Parameters:
  ///   - newcomers: visits left out that are taken up at most; those in order of position from `from` on.
  /// - Returns: `nil` when the days cannot be seen apart from the rest of the week: one person's with a limit
  ///   on the week, or with stops whose order is ruled by one another; or when they hold too many stops.
  init?(_ first: Int, _ second: Int, newcomers: Int, from: Int, in editor: borrowing PlanEditor) {
    let problem = editor.problem
    guard first != second else { return nil }
    let person = problem.person[first]
    if person == problem.person[second], problem.weekLimit[person] < DenseProblem.never { return nil }
    self.shifts = (first, second)
    self.fixed.0 = self.sort(stopsOf: first, editor)
    self.fixed.1 = self.sort(stopsOf: second, editor)
    guard self.free.count <= Self.mostFree, self.room >= 0 else { return nil }
    for visit in self.fixed.0 + self.fixed.1 where problem.ordered[visit] == 1 {
      for index in problem.before[visit]..<problem.before[visit + 1]
      where self.holds(problem.beforeVisit[index], editor) { return nil }
    }
    var left = min(newcomers, self.room, Self.mostFree - self.free.count)
    var visit = from
    for _ in 0..<problem.visits where left > 0 {
      if !editor.isPlaced(visit), problem.impossible[visit] == 0, self.mayBeFree(visit, editor),
        self.mayHold(visit, editor)
      {
        self.free.append(visit)
        left -= 1
      }
      visit = visit + 1 == problem.visits ? 0 : visit + 1
    }
  }

  /// Visits that may still be taken up.
  private var room: Int { Self.mostBits - self.free.count - max(self.fixed.0.count, self.fixed.1.count) }

  /// - Returns: the stops that are not free.
  private mutating func sort(stopsOf shift: Int, _ editor: borrowing PlanEditor) -> [Int] {
    var fixed: [Int] = []
    let first = shift &* editor.problem.stopLimit
    for index in first..<(first &+ editor.plan.count[shift]) {
      let visit = editor.plan.stops[index]
      if self.mayBeFree(visit, editor) { self.free.append(visit) } else { fixed.append(visit) }
    }
    return fixed
  }

  private func mayBeFree(_ visit: Int, _ editor: borrowing PlanEditor) -> Bool {
    guard !editor.problem.isJoint(visit), editor.problem.ordered[visit] == 0 else { return false }
    let series = editor.problem.series[visit]
    if series < 0 { return true }
    for other in self.free where editor.problem.series[other] == series { return false }
    return true
  }

  private func holds(_ visit: Int, _ editor: borrowing PlanEditor) -> Bool {
    editor.isOn(visit, shift: self.shifts.0) || editor.isOn(visit, shift: self.shifts.1)
  }

  private func mayHold(_ visit: Int, _ editor: borrowing PlanEditor) -> Bool {
    let row = editor.problem.slot[visit] &* editor.problem.shifts
    return editor.problem.candidateAt[row &+ self.shifts.0] >= 0
      || editor.problem.candidateAt[row &+ self.shifts.1] >= 0
  }
}
