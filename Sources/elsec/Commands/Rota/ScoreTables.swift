// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// The score of a rota by person and by reason, for printing: as JSON, and as tables.
struct ScoreTables: Encodable {
  struct Person: Encodable {
    let staff: String
    let name: String
    let role: String
    let visits: Int
    let visitMinutes: Int
    let travelMinutes: Int
    let workedMinutes: Int
    let weekLimit: Int?
    let fullestDayMinutes: Int
    let contactLimit: Int?
    let preferredMissed: Int
    let changedVisits: Int
    let cost: [String: Int]
  }

  struct Reason: Encodable {
    let reason: String
    let visits: [String]
    let weight: Int
  }

  enum CodingKeys: String, CodingKey {
    case byPerson = "by_person"
    case team
    case leftOutByReason = "left_out_by_reason"
  }

  let byPerson: [Person]
  /// What is no one person's.
  let team: [String: Int]
  let leftOutByReason: [Reason]

  init(_ report: ScoreReport) {
    self.byPerson = report.people.map {
      Person(
        staff: $0.staff.rawValue, name: $0.name, role: $0.role, visits: $0.visits, visitMinutes: $0.visitMinutes,
        travelMinutes: $0.travelMinutes, workedMinutes: $0.workedMinutes, weekLimit: $0.weekLimit,
        fullestDayMinutes: $0.fullestDay, contactLimit: $0.contactLimit, preferredMissed: $0.preferredMissed,
        changedVisits: $0.changedVisits, cost: $0.cost.withTotal)
    }
    self.team = report.team.withTotal
    self.leftOutByReason = report.leftOut.map {
      Reason(reason: $0.reason, visits: $0.visits.map(\.rawValue), weight: $0.weight)
    }
  }

  var text: String {
    var people = TextTable([
      ("person", .left), ("role", .left), ("visits", .right), ("visit min", .right), ("travel min", .right),
      ("worked / limit", .right), ("fullest day / limit", .right), ("not preferred", .right), ("changed", .right),
      ("points", .right),
    ])
    for person in self.byPerson {
      people.add(
        person.name, person.role, "\(person.visits)", "\(person.visitMinutes)", "\(person.travelMinutes)",
        "\(person.workedMinutes) / \(person.weekLimit.map(String.init) ?? "-")",
        "\(person.fullestDayMinutes) / \(person.contactLimit.map(String.init) ?? "-")",
        "\(person.preferredMissed)", "\(person.changedVisits)", "\(person.cost["total"] ?? 0)")
    }
    people.add("the team as a whole", "", "", "", "", "", "", "", "", "\(self.team["total"] ?? 0)")
    let total = self.byPerson.reduce(self.team["total"] ?? 0) { $0 + ($1.cost["total"] ?? 0) }
    people.add("total", "", "", "", "", "", "", "", "", "\(total)")
    guard !self.leftOutByReason.isEmpty else { return people.text }
    var reasons = TextTable([("left out", .right), ("weight", .right), ("reason", .left)])
    for reason in self.leftOutByReason { reasons.add("\(reason.visits.count)", "\(reason.weight)", reason.reason) }
    return people.text + "\n" + reasons.text
  }
}

extension RotaCost {
  /// ``byName`` and the `total`.
  var withTotal: [String: Int] { self.byName.merging(["total": self.total]) { first, _ in first } }
}
