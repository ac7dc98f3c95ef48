// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import SchedulingSolver
import Storage
import StrictJSON
import Vocabulary
import Wire

/// `rota.repair`: ways to go on after something has happened, and keeping one of them.
enum RepairMethod {
  static let repair = Method(
    description: MethodDescription(
      RepairRota.name, "Ways to go on with a published week; with accept, keeps one that was shown as a draft.",
      params: [
        Field("week", .text),
        Field("absent", .list(of: .text, atMost: 50), optional: true, "p3@2026-12-01T13:00-16:30"),
        Field("closed", .list(of: .text, atMost: 50), optional: true, "123456@2026-12-01"),
        Field("cancel", .list(of: .text, atMost: 200), optional: true, "visits that are not wanted any more"),
        Field(
          "accept", .object([Field("number", .whole(1...9)), Field("repair", .text, optional: true)]), optional: true,
          "an alternative as it was shown; nothing else is said to have happened then"),
      ],
      result: .object([
        Field("repair", .text, optional: true), Field("held", .text, optional: true),
        Field("alternatives", .list(of: Self.alternatives), optional: true),
        Field("rota", RotaReply.shape, optional: true, "the draft, with accept"),
        Field("notKept", .list(of: .text), optional: true, "what later plans will not know, with accept"),
      ]),
      errors: [.notFound, .notValid, .changedMeanwhile], roles: Method.grants(RepairRota.roles), isWriting: true),
    answer: { call in
      guard let accept = try call.params.optionalMembers("accept") else { return try await Self.offer(call) }
      try call.params.refuse("absent", "closed", "cancel", with: "accept")
      let input = AcceptRepair.Input(
        week: try call.params.week("week"), number: try accept.whole("number"), repair: try accept.optionalID("repair"))
      let text = try await AcceptRepair.run(input, once: call.key, in: call.practice, as: call.person) { done in
        let answer = JSONValue.members(["rota": RotaReply.of(done.rota), "notKept": .texts(done.notKept)])
        return String(decoding: answer.bytes, as: UTF8.self)
      }
      return try JSONValue(kept: text)
    })

  private static func offer(_ call: MethodCall) async throws -> JSONValue {
    let week = try call.params.week("week")
    let horizon = RotaProblem.Horizon(start: week.monday, days: 5)
    let absences = try Self.times(call.params, "absent").map { away in
      Disruption.absence(StaffID(away.name), day: try away.day.index(in: horizon), hours: away.hours)
    }
    let closures = try Self.times(call.params, "closed").map { away in
      Disruption.closure(PlaceID(away.name), day: try away.day.index(in: horizon), hours: away.hours)
    }
    let cancelled = try call.params.texts("cancel").map { Disruption.cancellation(VisitID($0)) }
    let text = try await RepairRota.run(
      .init(week: week, disruptions: absences + closures + cancelled), remembering: call.key, in: call.practice,
      as: call.person
    ) { String(decoding: Self.offer($0).bytes, as: UTF8.self) }
    return try JSONValue(kept: text)
  }

  private static func offer(_ done: RepairRota.Output) -> JSONValue {
    .members([
      "repair": .text(done.id.rawValue), "held": .text(done.held.id.rawValue),
      "alternatives": .list(
        zip(done.repair.alternatives, done.calls).enumerated().map { index, made in
          Self.alternative(index, made.0, made.1, of: done.repair)
        }),
    ])
  }

  private static func times(_ params: JSONMembers, _ key: String) throws -> [TimeAway] {
    try params.texts(key).enumerated().map { index, text in
      try params.made("\(key)[\(index)]", text, "a name and a time as p3@2026-12-01T13:00-16:30") {
        try? TimeAway(validating: $0)
      }
    }
  }

  private static let calls = Shape.list(
    of: .object([Field("who", .text), Field("visits", .list(of: .text)), Field("points", .whole, optional: true)]))

  private static let place = Shape.object([
    Field("staff", .list(of: .text)), Field("day", .text(.date)), Field("start", .text),
  ])

  private static let alternatives = Shape.object([
    Field("number", .whole), Field("bestAt", .list(of: .text)), Field("unchanged", .whole), Field("couldStay", .whole),
    Field("placed", .whole), Field("cost", .whole), Field("runningCost", .whole),
    Field(
      "changes",
      .list(
        of: .object([
          Field("visit", .text), Field("setting", .text, optional: true), Field("what", .list(of: .text)),
          Field("before", Self.place, optional: true), Field("after", Self.place, optional: true),
          Field("points", .whole), Field("reason", .text, optional: true),
        ]))),
    Field("ringSettings", Self.calls), Field("ringFamilies", Self.calls, optional: true),
    Field("tellStaff", Self.calls),
  ])

  private static func alternative(
    _ index: Int, _ alternative: RepairAlternative, _ calls: CallList, of repair: RotaRepair
  ) -> JSONValue {
    let unchanged = repair.unchanged(in: alternative)
    return .members([
      "number": .whole(index + 1), "bestAt": .texts(repair.virtues(at: index).map(\.rawValue)),
      "unchanged": .whole(unchanged.kept), "couldStay": .whole(unchanged.of),
      "placed": .whole(alternative.verdict.facts.placed), "cost": .whole(alternative.verdict.cost.total),
      "runningCost": .whole(alternative.runningCost),
      "changes": .list(alternative.changes.changes.map { Self.change($0, repair.problem) }),
      "ringSettings": .list(calls.settings.map { Self.call($0.place.rawValue, $0.visits, $0.points) }),
      "ringFamilies": calls.families.map { .list($0.map { Self.call($0.child.rawValue, $0.visits, $0.points) }) },
      "tellStaff": .list(calls.staff.map { Self.call($0.staff.rawValue, $0.visits, nil) }),
    ])
  }

  private static func call(_ who: String, _ visits: [VisitID], _ points: Int?) -> JSONValue {
    .members(["who": .text(who), "visits": .texts(visits.map(\.rawValue)), "points": points.map { .whole($0) }])
  }

  private static func change(_ change: RotaChange, _ problem: RotaProblem) -> JSONValue {
    func place(_ assignment: RotaAnswer.Assignment) -> JSONValue {
      .members([
        "staff": .texts(assignment.staff.map(\.rawValue)),
        "day": .text(problem.date(of: assignment.day).map { "\($0)" } ?? ""),
        "start": .text(RotaProblem.clock(assignment.start)),
      ])
    }
    return .members([
      "visit": .text(change.visit.rawValue), "setting": change.place.map { .text($0.rawValue) },
      "what": .texts(change.kinds.map(\.rawValue)), "before": change.before.map(place),
      "after": change.after.map(place),
      "points": .whole(change.points), "reason": change.reason.map { .text($0) },
    ])
  }
}
