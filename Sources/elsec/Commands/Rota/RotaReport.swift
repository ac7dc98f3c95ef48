// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import Storage
import Vocabulary

/// A kept rota for printing as JSON, and the numbers of it that commands say in words.
struct RotaReport: Encodable {
  struct Assignment: Encodable {
    let visit: String
    let staff: [String]
    let day: String
    let start: String
    let end: String
    let place: String
    let kind: String
  }

  struct LeftOut: Encodable {
    let visit: String
    let reason: String
  }

  let rota: String
  let week: String
  let status: String
  let revision: Int
  let publishedBy: String?
  let placed: Int
  let of: Int
  let travelMinutes: Int
  let cost: [String: Int]
  /// No rota of the week costs less; absent where nothing is proved.
  let bound: Int?
  /// (cost - bound) ÷ cost, from 0 to 1; absent without a bound.
  let gap: Double?
  let assignments: [Assignment]
  let leftOut: [LeftOut]
  let travelStatement: String
  /// By person and by reason, where it was asked for.
  let score: ScoreTables?
  /// What the rota leaves owed at the week's end, where that was asked for.
  var owed: OwedReport?

  init(_ kept: KeptRota, withScore: Bool = false) {
    let verdict = RotaReferee.check(kept.answer, of: kept.problem)
    let problem = kept.problem
    self.rota = kept.record.id.rawValue
    self.week = "\(kept.record.week)"
    self.status = kept.record.status.rawValue
    self.revision = kept.revision
    self.publishedBy = kept.record.publishedBy
    self.placed = verdict.facts.placed
    self.of = verdict.facts.of
    self.travelMinutes = verdict.facts.travelMinutes
    var cost = ["total": verdict.cost.total]
    for (term, points) in verdict.cost.byTerm where points != 0 { cost[term.rawValue] = points }
    self.cost = cost
    let gap = CostGap(cost: verdict.cost.total, bound: kept.answer.bound)
    self.bound = gap?.bound
    self.gap = gap?.share
    self.assignments = kept.answer.assignments.compactMap { assignment in
      problem.visitIndex[assignment.visit].map { position in
        let visit = problem.visits[position]
        return Assignment(
          visit: visit.id.rawValue, staff: assignment.staff.map(\.rawValue),
          day: "\(problem.horizon.start.adding(days: assignment.day))",
          start: TimeOfDay(minute: assignment.start)?.description ?? "",
          end: TimeOfDay(minute: assignment.start + visit.minutes)?.description ?? "",
          place: visit.place.rawValue, kind: visit.kind)
      }
    }
    .sorted { ($0.day, $0.start, $0.visit) < ($1.day, $1.start, $1.visit) }
    self.leftOut = kept.answer.unassigned.map { LeftOut(visit: $0.visit.rawValue, reason: $0.reason) }
    self.travelStatement = kept.record.travelStatement
    self.score = withScore ? ScoreTables(ScoreReport(kept.answer, of: problem)) : nil
  }

  /// `cost 4215, bound 4195, gap 0.5%`, as far as it is known.
  var costText: String {
    let total = self.cost["total"] ?? 0
    let gap = CostGap(cost: total, bound: self.bound)
    let known = gap.map { $0.isClosed ? ", proved optimal" : ", bound \($0.bound), gap \($0.text)" }
    return "cost \(total)\(known ?? "")"
  }

  /// The most frequent reason first.
  var leftOutByReason: [LeftOutTally.Group] {
    LeftOutTally(
      self.leftOut.map { RotaAnswer.LeftOut(visit: VisitID($0.visit), reason: $0.reason) }
    ).groups
  }
}
