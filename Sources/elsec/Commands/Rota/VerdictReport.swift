// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// The referee's verdict for printing.
struct VerdictReport: Encodable {
  struct Broken: Encodable {
    let code: String
    let visit: String?
    let staff: String?
    let day: Int?
    let place: String?
    let series: String?
    let other: String?
    let minutes: Int?
    let message: String
  }

  enum CodingKeys: String, CodingKey {
    case feasible, broken, cost, placed, of
    case travelMinutes = "travel_minutes"
    case shiftsUsed = "shifts_used"
    case claimedCost = "claimed_cost"
    case claimTrue = "claim_true"
    case score
  }

  let feasible: Bool
  let broken: [Broken]
  let cost: [String: Int]
  let placed: Int
  let of: Int
  let travelMinutes: Int
  let shiftsUsed: Int
  let claimedCost: Int?
  let claimTrue: Bool
  /// By person and by reason, where it was asked for.
  let score: ScoreTables?

  init(_ verdict: RotaVerdict, claimed: Int?, score: ScoreReport? = nil) {
    self.feasible = verdict.isFeasible
    self.broken = verdict.breaches.map {
      Broken(
        code: $0.code.rawValue, visit: $0.visit?.rawValue, staff: $0.staff?.rawValue, day: $0.day,
        place: $0.place?.rawValue, series: $0.series?.rawValue, other: $0.other?.rawValue, minutes: $0.minutes,
        message: $0.message)
    }
    var cost = ["total": verdict.cost.total]
    for (term, points) in verdict.cost.byTerm { cost[term.rawValue] = points }
    self.cost = cost
    self.placed = verdict.facts.placed
    self.of = verdict.facts.of
    self.travelMinutes = verdict.facts.travelMinutes
    self.shiftsUsed = verdict.facts.shiftsUsed
    self.claimedCost = claimed
    self.claimTrue = claimed == nil || claimed == verdict.cost.total
    self.score = score.map { ScoreTables($0) }
  }

  var text: String {
    var lines = [
      self.feasible
        ? "No hard rule is broken." : "\(counted(self.broken.count, "breach", "breaches")) of hard rules:"
    ]
    lines += self.broken.map { "  \($0.code): \($0.message)" }
    let travel = counted(self.travelMinutes, "minute")
    lines.append("\(self.placed) of \(counted(self.of, "visit")) placed, \(travel) of travel")
    var table = TextTable([("cost", .left), ("points", .right)])
    for term in RotaCost.Term.allCases { table.add(term.rawValue, String(self.cost[term.rawValue] ?? 0)) }
    table.add("total", String(self.cost["total"] ?? 0))
    if let claimed = self.claimedCost, !self.claimTrue {
      lines.append("The answer claims a cost of \(claimed), which is not so.")
    }
    let score = self.score.map { "\n" + $0.text } ?? ""
    return lines.joined(separator: "\n") + "\n" + table.text + score
  }
}
