// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// Ways in which a rota goes wrong, drawn from a seed.
struct Mutation {
  private var random: SeededGenerator
  private let problem: RotaProblem
  private var assignments: [RotaAnswer.Assignment]
  private var breaks: [RotaAnswer.Rest]
  private var unassigned: [RotaAnswer.LeftOut]

  private init(_ answer: RotaAnswer, of problem: RotaProblem, seed: UInt64) {
    self.random = SeededGenerator(seed: seed)
    self.problem = problem
    self.assignments = answer.assignments
    self.breaks = answer.breaks
    self.unassigned = answer.unassigned
  }

  /// One to four changes, each drawn anew.
  static func of(_ answer: RotaAnswer, of problem: RotaProblem, seed: UInt64) -> RotaAnswer {
    var mutation = Mutation(answer, of: problem, seed: seed)
    for _ in 0...mutation.random.below(4) { mutation.change() }
    return RotaAnswer(
      problem: answer.problem,
      assignments: mutation.assignments,
      breaks: mutation.breaks,
      unassigned: mutation.unassigned,
      cost: answer.cost
    )
  }

  private mutating func change() {
    guard !self.assignments.isEmpty else { return }
    let at = self.random.below(self.assignments.count)
    let one = self.assignments[at]
    switch self.random.below(18) {
    case 0: self.set(at, start: one.start + 5 * (self.random.below(13) - 6))
    case 1: self.set(at, start: self.random.below(1_440))
    case 2: self.set(at, start: one.start + self.random.below(9) - 4)
    case 3: self.set(at, day: self.random.below(5))
    case 4: self.set(at, day: self.random.below(9) - 2)
    case 5: self.set(at, staff: one.staff.map { _ in self.anyone() })
    case 6:
      let other = self.random.below(self.assignments.count)
      let people = one.staff
      self.set(at, staff: self.assignments[other].staff)
      self.set(other, staff: people)
    case 7: self.set(at, staff: one.staff + [self.anyone()])
    case 8: self.set(at, staff: Array(one.staff.dropLast()))
    case 9: self.set(at, staff: one.staff + one.staff)
    case 10: self.set(at, staff: ["nobody"])
    case 11: self.assignments[at] = Self.copy(one, visit: "ghost")
    case 12: self.assignments.append(Self.copy(one, start: min(1_440, one.start + 60)))
    case 13:
      self.assignments.remove(at: at)
      if self.random.below(2) == 0 {
        self.unassigned.append(RotaAnswer.LeftOut(visit: one.visit, reason: "dropped"))
      }
    case 14: self.unassigned.append(RotaAnswer.LeftOut(visit: one.visit, reason: "both"))
    case 15: if !self.unassigned.isEmpty { self.unassigned.removeLast() }
    case 16:
      self.set(at, staff: Array(one.staff.reversed()), start: one.start)
      self.unassigned.append(RotaAnswer.LeftOut(visit: "phantom", reason: ""))
    default: self.changeBreak()
    }
    if self.random.below(3) == 0 { self.changeBreak() }
  }

  private mutating func changeBreak() {
    guard !self.breaks.isEmpty else { return }
    let at = self.random.below(self.breaks.count)
    let one = self.breaks[at]
    switch self.random.below(5) {
    case 0: self.breaks.remove(at: at)
    case 1: self.breaks[at] = RotaAnswer.Rest(staff: one.staff, day: one.day, start: self.random.below(1_440))
    case 2:
      let start = 690 + 5 * self.random.below(25)
      self.breaks[at] = RotaAnswer.Rest(staff: one.staff, day: one.day, start: start)
    case 3:
      let start = max(0, one.start + self.random.below(11) - 5)
      self.breaks.append(RotaAnswer.Rest(staff: one.staff, day: one.day, start: start))
    default: self.breaks.append(RotaAnswer.Rest(staff: "nobody", day: one.day, start: one.start))
    }
  }

  private mutating func anyone() -> StaffID {
    self.problem.staff[self.random.below(self.problem.staff.count)].id
  }

  private mutating func set(_ at: Int, staff: [StaffID]? = nil, day: Int? = nil, start: Int? = nil) {
    let one = self.assignments[at]
    self.assignments[at] = RotaAnswer.Assignment(
      visit: one.visit,
      staff: staff ?? one.staff,
      day: day ?? one.day,
      start: min(1_440, max(0, start ?? one.start))
    )
  }

  private static func copy(
    _ one: RotaAnswer.Assignment,
    visit: VisitID? = nil,
    start: Int? = nil
  ) -> RotaAnswer.Assignment {
    RotaAnswer.Assignment(
      visit: visit ?? one.visit,
      staff: one.staff,
      day: one.day,
      start: start ?? one.start
    )
  }
}
