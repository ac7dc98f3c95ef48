// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// The shape of an answer on the wire.
struct AnswerJSON: Codable {
  struct Assignment: Codable {
    let visit: String
    let staff: [String]
    let day: WholeJSON
    let start: ClockJSON
  }

  struct Rest: Codable {
    let staff: String
    let day: WholeJSON
    let start: ClockJSON
  }

  struct LeftOut: Codable {
    let visit: String
    let reason: String?
  }

  let format: String
  let problem: String?
  let assignments: [Assignment]?
  let breaks: [Rest]?
  let unassigned: [LeftOut]?
  let cost: WholeJSON?
  let bound: WholeJSON?
}

extension AnswerJSON {
  init(_ answer: RotaAnswer) {
    self.init(
      format: RotaAnswerFile.format,
      problem: answer.problem,
      assignments: answer.assignments.map { Assignment($0) },
      breaks: answer.breaks.map {
        Rest(staff: $0.staff.rawValue, day: WholeJSON($0.day), start: ClockJSON($0.start))
      },
      unassigned: answer.unassigned.map { LeftOut(visit: $0.visit.rawValue, reason: $0.reason) },
      cost: WholeJSON?(answer.cost),
      bound: WholeJSON?(answer.bound)
    )
  }

  func answer() -> RotaAnswer {
    RotaAnswer(
      problem: self.problem ?? "",
      assignments: (self.assignments ?? []).map { $0.assignment() },
      breaks: (self.breaks ?? []).map {
        RotaAnswer.Rest(staff: StaffID($0.staff), day: $0.day.value, start: $0.start.minute)
      },
      unassigned: (self.unassigned ?? []).map {
        RotaAnswer.LeftOut(visit: VisitID($0.visit), reason: $0.reason ?? "")
      },
      cost: self.cost?.value,
      bound: self.bound?.value
    )
  }
}

extension AnswerJSON.Assignment {
  init(_ assignment: RotaAnswer.Assignment) {
    self.init(
      visit: assignment.visit.rawValue,
      staff: assignment.staff.map(\.rawValue),
      day: WholeJSON(assignment.day),
      start: ClockJSON(assignment.start)
    )
  }

  func assignment() -> RotaAnswer.Assignment {
    RotaAnswer.Assignment(
      visit: VisitID(self.visit),
      staff: self.staff.map { StaffID($0) },
      day: self.day.value,
      start: self.start.minute
    )
  }
}
