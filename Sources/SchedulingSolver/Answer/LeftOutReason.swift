// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

extension PlanEditor {
  /// Why a visit is left out, in one sentence without a full stop: a rule that no rota can get round where
  /// there is one, otherwise what stands in the way in this rota.
  mutating func reason(for visit: Int, in source: RotaProblem) -> String {
    let asked = source.visits[visit]
    if self.problem.impossible[visit] == 1 {
      return Self.impossibility(of: asked, in: source, starts: self.hasStart(visit))
    }
    for rule in asked.after {
      guard let earlier = source.visitIndex[rule.visit], !self.isPlaced(earlier) else { continue }
      return "visit '\(rule.visit)' must come before it and is left out"
    }
    guard !self.problem.isJoint(visit) else {
      return
        "no time found at which \(asked.slots.count) people can meet at a cost below its weight of \(asked.weight)"
    }
    var unused = SeededGenerator(seed: 0)
    let (best, _) = self.cheapestPlace(for: visit, blink: 0, random: &unused)
    if best.candidate >= 0 && best.cost > asked.weight {
      return "its cheapest place costs \(best.cost), more than its weight of \(asked.weight)"
    }
    return "no feasible place found beside the visits that are placed"
  }

  private func hasStart(_ visit: Int) -> Bool {
    let row = visit * self.problem.days
    return self.problem.startRange[row] < self.problem.startRange[row + self.problem.days]
  }

  private static func impossibility(
    of visit: RotaProblem.Visit,
    in source: RotaProblem,
    starts: Bool
  ) -> String {
    if visit.windows.isEmpty { return "it has no window" }
    if let place = source.placeIndex[visit.place], source.places[place].rooms == 0 {
      return "its place has no room"
    }
    if !starts {
      return visit.pin?.start != nil || visit.pin?.day != nil
        ? "its pinned time lies in none of its windows"
        : "none of its windows holds its \(visit.minutes) minutes"
    }
    for (slot, needed) in visit.slots.enumerated() {
      if let missing = needed.sorted().first(where: { skill in
        !source.staff.contains { $0.skills.contains(skill) }
      }) {
        return "no one has the skill '\(missing)'"
      }
      let able = source.staff.filter { CandidateTable.allows($0, visit, slot: slot, needed: needed) }
      if able.isEmpty {
        return visit.pin?.staff != nil
          ? "the pinned person may not do it" : "no one who may do it has all the skills it asks for"
      }
      if able.allSatisfy({ visit.minutes > $0.contactMinutes ?? .max }) {
        return "it takes longer than the contact minutes of anyone who may do it"
      }
    }
    return "no one who may do it has a shift with time for it inside its windows"
  }
}
