// SPDX-License-Identifier: Apache-2.0

package import Scheduling
import Vocabulary

/// Holds the activity graph, which follows one change, against starts worked out from nothing.
package struct ActivityTwin {
  /// How often each verdict was given.
  package private(set) var fits = 0
  package private(set) var late = 0
  package private(set) var cycles = 0
  /// Of those that fit: with a tied visit that starts later.
  package private(set) var shifting = 0
  /// What the two disagree on first.
  package private(set) var disagreement: String?

  /// Makes `rounds` random changes to a plan and asks after each for every place of every visit of one person
  /// that is left out and may be put in.
  package init(over rounds: Int, on problem: RotaProblem, seed: UInt64) {
    let arena = Arena()
    withExtendedLifetime(arena) {
      let dense = DenseProblem(problem, in: arena)
      guard dense.hasTies, dense.shifts > 0 else { return }
      var editor = PlanEditor(dense, in: arena)
      var random = SeededGenerator(seed: seed)
      for _ in 0..<rounds where self.disagreement == nil {
        let absent = (0..<dense.visits).filter { !editor.isPlaced($0) }
        let pending = absent.map { PlanEditor.Pending(visit: $0, onlyChanged: false) }
        editor.recreate(pending.shuffled(using: &random), blink: 40, random: &random)
        Ruin(size: 2).take(from: &editor, random: &random)
        self.compareEveryPlace(in: editor)
      }
    }
  }

  private mutating func compareEveryPlace(in editor: borrowing PlanEditor) {
    let problem = editor.problem
    editor.activities.begin()
    for visit in 0..<problem.visits
    where !editor.isPlaced(visit) && !problem.isJoint(visit) && problem.impossible[visit] == 0
      && editor.mayFollow(visit)
    {
      let slot = problem.slot[visit]
      for index in problem.candidateRange[slot]..<problem.candidateRange[slot + 1] {
        let shift = problem.candidate[index]
        guard editor.plan.count[shift] < problem.stopLimit else { continue }
        for position in 0...editor.plan.count[shift] where self.disagreement == nil {
          self.compare(visit, on: shift, position, in: editor)
        }
      }
    }
  }

  private mutating func compare(_ visit: Int, on shift: Int, _ position: Int, in editor: borrowing PlanEditor) {
    let slow = SlowStarts(of: visit, on: shift, position: position, in: editor)
    let graph = editor.activities
    let verdict = graph.insert(visit, on: shift, position: position, into: editor)
    defer { graph.takeBack() }
    let place = "visit \(visit) at \(position) of shift \(shift)"
    switch verdict {
    case .cycle: self.cycles += 1
    case .late: self.late += 1
    case .fits: self.fits += 1
    }
    guard verdict == slow.verdict else {
      self.disagreement = "\(place): \(verdict), from nothing \(slow.verdict)"
      return
    }
    guard verdict == .fits else { return }
    for shift in 0..<editor.problem.shifts { graph.scan(shift, of: editor) }
    for (other, start) in slow.starts.sorted(by: { $0.key < $1.key }) where graph.start(of: other) != start {
      self.disagreement = "\(place): visit \(other) starts at \(graph.start(of: other)), from nothing at \(start)"
    }
    let moved = (0..<graph.movedCount).map { graph.moved[$0] }
    let isShifting = moved.contains {
      $0 != visit && editor.problem.isTied($0) && graph.start(of: $0) != editor.plan.start[$0]
    }
    if isShifting { self.shifting += 1 }
  }
}
