// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Storage
import Vocabulary

/// The alternatives of a repair for printing: what changes, who must be told, and what it costs.
struct RepairReport: Encodable {
  struct Place: Encodable {
    let staff: [String]
    let day: String
    let start: String
  }

  struct Change: Encodable {
    let visit: String
    let setting: String?
    let what: [String]
    let before: Place?
    let after: Place?
    let reason: String?
    let points: Int
    let tellStaff: [String]
  }

  struct Call: Encodable {
    let who: String
    let visits: [String]
    let points: Int?
  }

  struct Alternative: Encodable {
    let number: Int
    let bestAt: [String]
    let changed: Int
    let unchanged: Int
    let couldStay: Int
    let unchangedPercent: Double
    let nudged: Int
    let dropped: Int
    let placed: Int
    let runningCost: Int
    let cost: [String: Int]
    let changes: [Change]
    let ringSettings: [Call]
    let ringFamilies: [Call]?
    let tellStaff: [Call]
  }

  let repair: String?
  let held: String?
  let visits: Int
  let fallen: [String]
  let alternatives: [Alternative]

  init(_ repair: RotaRepair, calls: [CallList], id: RepairID? = nil, held: RotaID? = nil) {
    let problem = repair.problem
    self.repair = id?.rawValue
    self.held = held?.rawValue
    self.visits = problem.visits.count
    self.fallen = repair.standing.fallen.map(\.rawValue)
    self.alternatives = zip(repair.alternatives, calls).enumerated().map { position, made in
      let (alternative, calls) = made
      let unchanged = repair.unchanged(in: alternative)
      var cost = ["total": alternative.verdict.cost.total]
      for (term, points) in alternative.verdict.cost.byTerm where points != 0 { cost[term.rawValue] = points }
      return Alternative(
        number: position + 1, bestAt: repair.virtues(at: position).map(\.rawValue),
        changed: alternative.changes.changes.count, unchanged: unchanged.kept, couldStay: unchanged.of,
        unchangedPercent: unchanged.of == 0 ? 100 : Double(unchanged.kept * 1000 / unchanged.of) / 10,
        nudged: alternative.changes.nudged.count, dropped: alternative.changes.count(of: .dropped),
        placed: alternative.verdict.facts.placed, runningCost: alternative.runningCost, cost: cost,
        changes: alternative.changes.changes.map { Change($0, in: problem) },
        ringSettings: calls.settings.map {
          Call(who: $0.place.rawValue, visits: $0.visits.map(\.rawValue), points: $0.points)
        },
        ringFamilies: calls.families?.map {
          Call(who: $0.child.rawValue, visits: $0.visits.map(\.rawValue), points: $0.points)
        },
        tellStaff: calls.staff.map { Call(who: $0.staff.rawValue, visits: $0.visits.map(\.rawValue), points: nil) })
    }
  }
}

extension RepairReport.Change {
  init(_ change: RotaChange, in problem: RotaProblem) {
    func place(_ assignment: RotaAnswer.Assignment) -> RepairReport.Place {
      RepairReport.Place(
        staff: assignment.staff.map(\.rawValue), day: problem.date(of: assignment.day).map { "\($0)" } ?? "",
        start: RotaProblem.clock(assignment.start))
    }
    self.init(
      visit: change.visit.rawValue, setting: change.place?.rawValue, what: change.kinds.map(\.rawValue),
      before: change.before.map(place), after: change.after.map(place), reason: change.reason,
      points: change.points, tellStaff: change.staff.map(\.rawValue))
  }
}

extension RepairReport {
  var text: String {
    let stay = self.alternatives.first?.couldStay ?? 0
    var lines = ["\(counted(stay, "visit")) can stay as people hold them; \(self.fallen.count) can't"]
    if let repair = self.repair, let held = self.held { lines.insert("repair \(repair) of rota \(held)", at: 0) }
    for alternative in self.alternatives { lines += alternative.lines }
    if self.alternatives.count == 1 {
      lines.append("")
      lines.append("no other rota was found that is cheaper to run")
    }
    return lines.joined(separator: "\n") + "\n"
  }
}

extension RepairReport.Alternative {
  fileprivate var lines: [String] {
    let title = self.bestAt.isEmpty ? "" : " (\(self.bestAt.joined(separator: ", ")))"
    let total = self.cost["total"] ?? 0
    let changed = counted(self.changed, "visit changes", "visits change")
    var lines = [
      "",
      "alternative \(self.number)\(title): \(changed), \(self.dropped) of them dropped",
      "  unchanged: \(self.unchanged) of the \(self.couldStay) that can stay (\(self.unchangedPercent) %)"
        + (self.nudged == 0 ? "" : "; \(counted(self.nudged, "more starts", "more start")) up to 15 minutes off"),
      "  cost \(total): \(self.runningCost) to run, \(total - self.runningCost) for changes",
    ]
    for change in self.changes { lines.append("  - \(change.line)") }
    for call in self.ringSettings { lines.append("  ring setting \(call.words)") }
    if let families = self.ringFamilies {
      for call in families { lines.append("  ring the family of \(call.words)") }
    } else {
      lines.append("  families: the files do not say whom the visits are for")
    }
    for call in self.tellStaff { lines.append("  tell \(call.words)") }
    return lines
  }
}

extension RepairReport.Call {
  /// `p3: v1, v2 (40 points)`
  fileprivate var words: String {
    let points = self.points.map { " (\(counted($0, "point")))" } ?? ""
    return "\(self.who): \(self.visits.joined(separator: ", "))\(points)"
  }
}

extension RepairReport.Change {
  fileprivate var line: String {
    func words(_ place: RepairReport.Place) -> String {
      "\(place.staff.joined(separator: " and ")) \(place.day) \(place.start)"
    }
    let place = self.setting.map { " at \($0)" } ?? ""
    let what = "\(self.visit)\(place), \(self.what.joined(separator: " and "))"
    let points = counted(self.points, "point")
    switch (self.before, self.after) {
    case (let before?, let after?): return "\(what): \(words(before)) -> \(words(after)), \(points)"
    case (let before?, nil):
      return "\(what): \(words(before)), \(points)" + (self.reason.map { ": \($0)" } ?? "")
    case (nil, let after?): return "\(what): \(words(after))"
    case (nil, nil): return what
    }
  }
}
