// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// An edit for printing: where the visits go, every rule that is broken, and what it costs term by term.
struct EditReport: Encodable {
  struct Move: Encodable {
    let visit: String
    let before: RepairReport.Place?
    let after: RepairReport.Place?
  }

  struct Broken: Encodable {
    let code: String
    let message: String
  }

  let allowed: Bool
  let moves: [Move]
  let broken: [Broken]
  /// What the edit adds, by term; negative where it saves.
  let difference: [String: Int]
  let cost: Int
  let draft: String?

  init(_ edited: EditedRota, draft: RotaID?) {
    func place(_ assignment: RotaAnswer.Assignment) -> RepairReport.Place {
      RepairReport.Place(
        staff: assignment.staff.map(\.rawValue),
        day: edited.problem.date(of: assignment.day).map { "\($0)" } ?? "day \(assignment.day)",
        start: RotaProblem.clock(assignment.start))
    }
    self.allowed = edited.isAllowed
    self.moves = edited.moves.map {
      Move(visit: $0.visit.rawValue, before: $0.before.map(place), after: $0.after.map(place))
    }
    self.broken = edited.verdict.breaches.map { Broken(code: $0.code.rawValue, message: $0.message) }
    var difference = ["total": edited.difference.total]
    for (term, points) in edited.difference.byTerm { difference[term.rawValue] = points }
    self.difference = difference
    self.cost = edited.verdict.cost.total
    self.draft = draft?.rawValue
  }

  var text: String {
    func words(_ place: RepairReport.Place?) -> String {
      place.map { "\($0.staff.joined(separator: " and ")) \($0.day) \($0.start)" } ?? "left out"
    }
    var lines = self.moves.map { "\($0.visit): \(words($0.before)) -> \(words($0.after))" }
    let breaches = counted(self.broken.count, "breach", "breaches")
    lines.append(self.allowed ? "No hard rule is broken." : "\(breaches) of hard rules; the edit is refused:")
    lines += self.broken.map { "  \($0.code): \($0.message)" }
    var table = TextTable([("cost of the edit", .left), ("points", .right)])
    for term in RotaCost.Term.allCases {
      let points = self.difference[term.rawValue] ?? 0
      if points != 0 { table.add(term.rawValue, points > 0 ? "+\(points)" : "\(points)") }
    }
    let total = self.difference["total"] ?? 0
    table.add("total", total > 0 ? "+\(total)" : "\(total)")
    let kept = self.draft.map { "draft \($0) holds the edited rota\n" } ?? ""
    return lines.joined(separator: "\n") + "\n" + table.text + kept
  }
}
