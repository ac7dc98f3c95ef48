// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Vocabulary

/// The smallest changes that let a visit in, for printing as JSON.
struct ChangesReport: Encodable {
  struct Change: Encodable {
    let kind: String
    let words: String
    let minutes: Int?
    let staff: String?
    let day: String?
    let place: String?
    let visit: String?
    let series: String?
    let other: String?
    let skills: [String]?

    init(_ change: any ProblemChange, in problem: RotaProblem) {
      let subject = change.subject
      self.kind = change.kind.rawValue
      self.words = change.words(in: problem)
      self.minutes = change.kind.isInMinutes ? change.amount : nil
      self.staff = subject.staff?.rawValue
      self.day = subject.day.map { "\(problem.horizon.start.adding(days: $0))" }
      self.place = subject.place?.rawValue
      self.visit = subject.visit?.rawValue
      self.series = subject.series?.rawValue
      self.other = subject.other?.rawValue
      self.skills = subject.skills.isEmpty ? nil : subject.skills
    }
  }

  struct Found: Encodable {
    /// `nil` = nothing has to change.
    let change: Change?
    let place: ExplanationReport.Place
    let costBefore: Int
    let costAfter: Int
    let moved: [String]
    let alsoPlaced: [String]

    init(_ found: VerifiedChange, in problem: RotaProblem) {
      self.change = found.change.map { Change($0, in: problem) }
      self.place = ExplanationReport.Place(found.assignment, in: problem)
      self.costBefore = found.costBefore
      self.costAfter = found.costAfter
      self.moved = found.moved.map(\.rawValue)
      self.alsoPlaced = found.alsoPlaced.map(\.rawValue)
    }
  }

  /// `rota-unsound`, `none-needed` or `searched`.
  let outcome: String
  let found: [Found]
  let tried: Int
  let proposed: Int

  init(_ changes: ChangesFound, in problem: RotaProblem) {
    self.tried = changes.tried
    self.proposed = changes.proposed
    switch changes.outcome {
    case .unsound: (self.outcome, self.found) = ("rota-unsound", [])
    case .unneeded(let found): (self.outcome, self.found) = ("none-needed", [Found(found, in: problem)])
    case .changes(let all): (self.outcome, self.found) = ("searched", all.map { Found($0, in: problem) })
    }
  }
}
