// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Vocabulary

/// What is said about a visit, for printing as JSON. Times are `HH:MM`, days dates; `costByTerm` holds the
/// terms that are not 0.
struct ExplanationReport: Encodable {
  struct Place: Encodable {
    let staff: [String]
    let day: String
    let start: String
  }

  struct Candidate: Encodable {
    let staff: [String]
    /// For which slot of a joint visit the one person was tried, from 0.
    let slot: Int?
    let day: String
    let rule: String?
    let because: String?
    let shortMinutes: Int?
    let start: String?
    let cost: Int?
    let costByTerm: [String: Int]?
    let travelMinutes: Int?
  }

  struct Here: Encodable {
    let place: Place
    let cost: Int
    let costByTerm: [String: Int]
    let next: Candidate?
    let nextCostsMore: Int?
    let leftOutWithIt: [String]
  }

  struct FirstRule: Encodable {
    let rule: String
    let personDays: Int
  }

  let visit: String
  let placed: Bool
  let weight: Int
  let sentences: [String]
  let here: Here?
  let firstRules: [FirstRule]?
  let candidates: [Candidate]
  let changes: ChangesReport?

  init(_ visit: VisitID, _ reasons: VisitReasons, in problem: RotaProblem) {
    self.visit = visit.rawValue
    self.sentences = reasons.sentences(in: problem)
    self.changes = reasons.changes.map { ChangesReport($0, in: problem) }
    switch reasons.explanation {
    case .placed(let why):
      self.placed = true
      self.weight = why.weight
      self.candidates = why.candidates.map { Candidate($0, in: problem) }
      self.firstRules = nil
      self.here = Here(
        place: Place(why.assignment, in: problem), cost: why.share.total,
        costByTerm: why.share.byName, next: why.next.map { Candidate($0, in: problem) },
        nextCostsMore: why.worseBy, leftOutWithIt: why.dependents.map(\.rawValue))
    case .leftOut(let why):
      self.placed = false
      self.weight = why.weight
      self.candidates = why.candidates.map { Candidate($0, in: problem) }
      self.firstRules = why.tally.map { FirstRule(rule: "\($0.kind)", personDays: $0.count) }
      self.here = nil
    }
  }
}

extension ExplanationReport.Place {
  init(_ assignment: RotaAnswer.Assignment, in problem: RotaProblem) {
    self.init(
      staff: assignment.staff.map(\.rawValue), day: "\(problem.horizon.start.adding(days: assignment.day))",
      start: RotaProblem.clock(assignment.start))
  }
}

extension ExplanationReport.Candidate {
  init(_ candidate: VisitCandidate, in problem: RotaProblem) {
    self.init(
      staff: candidate.staff.map(\.rawValue), slot: candidate.slot,
      day: "\(problem.horizon.start.adding(days: candidate.day))",
      rule: candidate.obstacle.map { "\($0.kind)" }, because: candidate.obstacle?.message,
      shortMinutes: candidate.obstacle?.short, start: candidate.fit.map { RotaProblem.clock($0.start) },
      cost: candidate.fit?.cost.total, costByTerm: candidate.fit?.cost.byName,
      travelMinutes: candidate.fit?.travel)
  }
}

extension RotaCost {
  /// The terms that are not 0, by their names in the exchange format.
  var byName: [String: Int] {
    Dictionary(
      self.byTerm.filter { $0.points != 0 }.map { ($0.term.rawValue, $0.points) },
      uniquingKeysWith: { first, _ in first })
  }
}
