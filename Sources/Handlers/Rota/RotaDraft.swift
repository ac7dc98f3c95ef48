// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Storage
import Vocabulary

/// A rota that is about to be kept as a draft of its week.
struct RotaDraft: Sendable {
  let id: RotaID
  let week: SchoolWeek
  let problem: RotaProblem
  let answer: RotaAnswer
  /// Both as they are kept.
  let text: (problem: String, answer: String)
  let cost: Int
  let seed: Int
  /// How travel times were obtained.
  let travelStatement: String

  private var assignments: [RotaAssignmentRecord] {
    self.answer.assignments.flatMap { assignment in
      let minutes = self.problem.visitIndex[assignment.visit].map { self.problem.visits[$0].minutes } ?? 0
      return assignment.staff.enumerated().map { slot, staff in
        RotaAssignmentRecord(
          rota: self.id, visit: assignment.visit, slot: slot, staff: staff,
          day: self.problem.horizon.start.adding(days: assignment.day), start: assignment.start,
          end: assignment.start + minutes)
      }
    }
  }

  /// Keeps it in the name of whoever the transaction is for.
  ///
  /// - Throws: `store.conflict` when it refers to a visit or person who is not kept.
  func keep(in records: Records) throws -> KeptRota {
    let record = RotaRecord(
      id: self.id, week: self.week, problem: self.text.problem, answer: self.text.answer, cost: self.cost,
      seed: self.seed, travelStatement: self.travelStatement, by: records.principal.name, at: records.now)
    try records.add(record, assignments: self.assignments)
    return KeptRota(record, self.problem, self.answer, among: try records.rotas(in: self.week))
  }
}
