// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Storage
import Vocabulary

/// The rotas of the weeks before one, and what is known of their visits.
struct WeeksBehind {
  /// The rota of each week that counts, in order.
  let weeks: [PastWeek]
  let history: RotaHistory
  /// The day of every visit that stands on one of these rotas and that nobody has said a word about.
  let unsaid: [VisitID: CivilDate]
}

/// Which rotas of earlier weeks count beside the published ones.
enum CountedRotas {
  case published
  /// From this week on the latest draft where none is published: the plan ahead.
  case drafts(from: SchoolWeek)
  /// The same from the week after the latest published one.
  case draftsAhead
}

extension Reading {
  /// - Throws: what reading a kept rota throws.
  func weeksBehind(
    _ week: SchoolWeek, _ practice: Practice, counting: CountedRotas = .published
  ) throws -> WeeksBehind {
    let rules = practice.rules.carryOver
    let weeks = stride(from: rules.historyWeeks, to: 0, by: -1).map { week.adding(weeks: -$0) }
    let rotas = try weeks.map { try self.rotas(in: $0) }
    let lastPublished = rotas.last { $0.contains { $0.status == .published } }?.first?.week
    var past: [PastWeek] = []
    var unsaid: [VisitID: CivilDate] = [:]
    for (week, ofWeek) in zip(weeks, rotas) {
      let countsDrafts =
        switch counting {
        case .published: false
        case .drafts(let first): week >= first
        case .draftsAhead: lastPublished.map { $0 < week } ?? true
        }
      let counted =
        ofWeek.first { $0.status == .published }
        ?? (countsDrafts ? ofWeek.first { $0.status == .draft } : nil)
      guard let counted else { continue }
      let words = Dictionary(
        try self.visitsDone(in: week).map { ($0.visit, $0.outcome) }, uniquingKeysWith: { first, _ in first })
      let cancelled = try self.visits(in: week, includingCancelled: true)
        .filter { $0.cancelledAt != nil && words[$0.id] != .done }
      let notHeld = Set(words.filter { $0.value != .done }.keys).union(cancelled.map(\.id))
      let (problem, answer) = try practice.rotaFormat.read(counted.problem, counted.answer)
      past.append(
        PastWeek(
          week: week, problem: problem, answer: answer,
          notHeld: notHeld))
      for assignment in answer.assignments
      where words[assignment.visit] == nil && !notHeld.contains(assignment.visit) {
        unsaid[assignment.visit] = problem.horizon.start.adding(days: assignment.day)
      }
    }
    return WeeksBehind(weeks: past, history: RotaHistory(past, rules: rules.fairness), unsaid: unsaid)
  }
}
