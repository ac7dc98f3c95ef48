// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension WhyNot {
  /// One sentence from the obstacle that stands in the way most often.
  ///
  /// Obstacles of people who could never do the visit on the day (no shift, no skill, forbidden, pinned to
  /// others, no window, not the series' people) speak only when there is nobody else: that most people are
  /// off or lack the skill is not news. Of equally frequent kinds the earlier one of ``Obstacle/Kind`` speaks.
  static func shortReason(
    _ position: Int,
    _ candidates: [VisitCandidate],
    best: VisitCandidate?,
    in problem: RotaProblem
  ) -> String {
    let visit = problem.visits[position]
    if let fit = best?.fit {
      return fit.cost.total >= visit.weight
        ? "placing it would cost \(points(fit.cost.total)) and leaving it out costs \(points(visit.weight))"
        : "it fits as the rota stands; more time for the search may place it"
    }
    let obstacles = candidates.compactMap(\.obstacle)
    guard !obstacles.isEmpty else { return "there is nobody on the rota" }
    let near = obstacles.filter { $0.kind > .window && $0.kind != .seriesStaff }
    guard !near.isEmpty else {
      return self.reasonNobody(visit, kinds: Set(obstacles.map(\.kind)), in: problem)
    }
    var counts: [Obstacle.Kind: Int] = [:]
    for obstacle in near { counts[obstacle.kind, default: 0] += 1 }
    let most = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? .gap
    let messages = Set(near.filter { $0.kind == most }.map(\.message))
    if most == .after, messages.count == 1, let message = messages.first { return message }
    return self.reason(visit, most)
  }

  private static func reasonNobody(
    _ visit: RotaProblem.Visit,
    kinds: Set<Obstacle.Kind>,
    in problem: RotaProblem
  ) -> String {
    if kinds.contains(.seriesStaff) {
      return "its series must keep its people, and they cannot do this visit"
    }
    if kinds.contains(.pin) { return "nobody can do it where it is pinned" }
    for slot in visit.slots {
      let able = problem.staff.filter { slot.isSubset(of: $0.skills) && !visit.forbidStaff.contains($0.id) }
      let skills = slot.sorted().map { "'\($0)'" }.joined(separator: " and ")
      let who = slot.isEmpty ? "nobody allowed" : "nobody allowed with the skill \(skills)"
      if able.isEmpty { return "\(who) is on the team" }
      let days = Set(visit.windows.map(\.day))
      let onShift = able.contains { person in person.shifts.contains { days.contains($0.day) } }
      if !onShift { return "\(who) is on shift on the days asked for" }
    }
    return "nobody who may do it is on shift inside its windows"
  }

  private static func reason(_ visit: RotaProblem.Visit, _ kind: Obstacle.Kind) -> String {
    switch kind {
    case .noShift, .skill, .forbidden, .pin, .window, .seriesStaff:
      "nobody who may do it is on shift inside its windows"
    case .contactMinutes: "those who could do it have reached their visit minutes of the day"
    case .weekMinutes: "those who could do it have reached their hours of the week"
    case .seriesGap: "its series already has a visit too near every day that is left"
    case .after: "a visit that must come before or after it leaves no time for it"
    case .rooms: "its place has no room free when someone could come"
    case .gap: "nobody who may do it has \(counted(visit.minutes, "minute")) free inside its windows, travel counted"
    case .rest: "those who have time for it would lose their break"
    case .together: "its \(visit.slots.count) people are never free at the same time"
    }
  }
}
