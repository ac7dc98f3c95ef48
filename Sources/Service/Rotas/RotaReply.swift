// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import Storage
import StrictJSON
import Vocabulary
import Wire

/// A rota as the wire shows one.
enum RotaReply {
  static let shape = Shape.object([
    Field("rota", .text), Field("week", .text), Field("status", .text), Field("revision", .whole),
    Field("by", .text), Field("publishedBy", .text, optional: true), Field("placed", .whole), Field("of", .whole),
    Field("travelMinutes", .whole), Field("cost", .map(of: .whole), "in points: total and by term"),
    Field("bound", .whole, optional: true, "no rota of the week costs less"),
    Field(
      "visits",
      .list(
        of: .object([
          Field("visit", .text), Field("staff", .list(of: .text)), Field("day", .text(.date)), Field("start", .text),
          Field("end", .text), Field("setting", .text), Field("kind", .text),
        ]))),
    Field("leftOut", .list(of: .object([Field("visit", .text), Field("reason", .text)]))),
    Field("travelStatement", .text),
  ])

  static func of(_ kept: KeptRota) -> JSONValue {
    let (problem, answer) = (kept.problem, kept.answer)
    let verdict = RotaReferee.check(answer, of: problem)
    var cost = JSONObject()
    cost["total"] = .whole(verdict.cost.total)
    for (term, points) in verdict.cost.byTerm where points != 0 { cost[term.rawValue] = .whole(points) }
    return .members([
      "rota": .text(kept.record.id.rawValue), "week": .text("\(kept.record.week)"),
      "status": .text(kept.record.status.rawValue), "revision": .whole(kept.revision), "by": .text(kept.record.by),
      "publishedBy": kept.record.publishedBy.map { .text($0) }, "placed": .whole(verdict.facts.placed),
      "of": .whole(verdict.facts.of), "travelMinutes": .whole(verdict.facts.travelMinutes), "cost": .object(cost),
      "bound": answer.bound.map { .whole($0) },
      "visits": .list(
        answer.assignments.sorted { ($0.day, $0.start, $0.visit) < ($1.day, $1.start, $1.visit) }
          .compactMap { Self.visit($0, problem) }),
      "leftOut": .list(
        answer.unassigned.map { .members(["visit": .text($0.visit.rawValue), "reason": .text($0.reason)]) }),
      "travelStatement": .text(kept.record.travelStatement),
    ])
  }

  private static func visit(_ assignment: RotaAnswer.Assignment, _ problem: RotaProblem) -> JSONValue? {
    guard let position = problem.visitIndex[assignment.visit] else { return nil }
    let visit = problem.visits[position]
    return .members([
      "visit": .text(visit.id.rawValue), "staff": .texts(assignment.staff.map(\.rawValue)),
      "day": .text("\(problem.horizon.start.adding(days: assignment.day))"),
      "start": .text(RotaProblem.clock(assignment.start)),
      "end": .text(RotaProblem.clock(assignment.start + visit.minutes)), "setting": .text(visit.place.rawValue),
      "kind": .text(visit.kind),
    ])
  }
}
