// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Obstacles of a large team in one sentence a kind of rule: how many people and person-days, who is nearest.
struct ObstacleSummary {
  /// People of one kind are named up to this many, else counted.
  private static let named = 4

  let all: [String]

  init(_ candidates: [VisitCandidate], in problem: RotaProblem) {
    let blocked = candidates.filter { $0.obstacle != nil }
    let byKind = Dictionary(grouping: blocked) { $0.obstacle?.kind ?? .gap }
    self.all = byKind.keys.sorted().map { kind in
      Self.sentence(kind, byKind[kind] ?? [], in: problem)
    }
  }

  private static func sentence(
    _ kind: Obstacle.Kind,
    _ candidates: [VisitCandidate],
    in problem: RotaProblem
  ) -> String {
    let people = Set(candidates.flatMap(\.staff)).compactMap { problem.staffIndex[$0] }.sorted()
    let who =
      people.count <= Self.named
      ? people.map { problem.staffName($0) }.joined(separator: ", ") : counted(people.count, "person", "people")
    let isForGood = kind == .skill || kind == .forbidden
    let often = counted(candidates.count, "person-day")
    let subject = isForGood ? who : "\(who), \(often)"
    return "\(subject): \(self.clause(kind, candidates))\(self.nearest(candidates, in: problem))."
  }

  /// `; the nearest is Person p3 on Tue 1 Dec, 10 minutes short`; of equals the earliest day, then person.
  private static func nearest(_ candidates: [VisitCandidate], in problem: RotaProblem) -> String {
    let short = candidates.compactMap { candidate in
      candidate.obstacle?.short.map { (minutes: $0, candidate: candidate) }
    }
    guard let least = short.min(by: { $0.minutes < $1.minutes }) else { return "" }
    let names = problem.staffNames(least.candidate.staff.compactMap { problem.staffIndex[$0] })
    let when = problem.dayName(least.candidate.day)
    return "; the nearest is \(names) on \(when), \(counted(least.minutes, "minute")) short"
  }

  private static func clause(_ kind: Obstacle.Kind, _ candidates: [VisitCandidate]) -> String {
    let messages = Set(candidates.compactMap(\.obstacle?.message)).sorted()
    return switch kind {
    case .noShift: "no shift"
    case .skill: messages.count == 1 ? messages[0] : "a skill is missing that it asks for"
    case .forbidden: "may not do this visit"
    case .pin: "the visit is pinned elsewhere"
    case .window: "the shift does not hold its windows"
    case .contactMinutes: "the day's limit of visit minutes does not hold it"
    case .weekMinutes: "the week's limit does not hold it"
    case .seriesGap: "another visit of its series is too near"
    case .seriesStaff: "its series must keep other people"
    case .after: "the order of visits leaves no start"
    case .rooms: "its place has no room free"
    case .gap: "no free stretch is long enough, travel counted"
    case .rest: "the break would no longer fit"
    case .together: "its people are never free at once"
    }
  }
}
