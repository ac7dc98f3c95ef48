// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Many obstacles in few sentences: first who lacks a skill or is forbidden, whatever the day, then one
/// sentence for each other person or group and obstacle, with its days.
struct ObstacleSentences {
  private struct Case: Hashable {
    let staff: [StaffID]
    let slot: Int?
    let message: String
  }

  let all: [String]

  init(_ candidates: [VisitCandidate], in problem: RotaProblem) {
    var (never, people): ([Case], [Case: [StaffID]]) = ([], [:])
    for candidate in candidates {
      guard let obstacle = candidate.obstacle, Self.isForGood(obstacle) else { continue }
      let key = Case(staff: [], slot: candidate.slot, message: obstacle.message)
      if people[key] == nil { never.append(key) }
      for person in candidate.staff where !(people[key] ?? []).contains(person) {
        people[key, default: []].append(person)
      }
    }
    let ruledOut = Set(
      never.flatMap { key in (people[key] ?? []).map { Case(staff: [$0], slot: key.slot, message: "") } }
    )
    let neverSentences = never.map { key in
      let positions = (people[key] ?? []).compactMap { problem.staffIndex[$0] }.sorted()
      let names = positions.map { problem.staffName($0) }.joined(separator: ", ")
      return "\(names)\(Self.words(slot: key.slot)): \(key.message)."
    }
    let others = candidates.filter { candidate in
      let person = Case(staff: candidate.staff, slot: candidate.slot, message: "")
      return candidate.obstacle.map { !Self.isForGood($0) } ?? false && !ruledOut.contains(person)
    }
    self.all = neverSentences + Self.sentences(others, in: problem)
  }

  private static func isForGood(_ obstacle: Obstacle) -> Bool {
    obstacle.kind == .skill || obstacle.kind == .forbidden
  }

  private static func words(slot: Int?) -> String { slot.map { ", as person \($0 + 1)" } ?? "" }

  private static func sentences(_ candidates: [VisitCandidate], in problem: RotaProblem) -> [String] {
    var (order, days): ([Case], [Case: [Int]]) = ([], [:])
    for candidate in candidates {
      guard let obstacle = candidate.obstacle else { continue }
      let key = Case(staff: candidate.staff, slot: candidate.slot, message: obstacle.message)
      if days[key] == nil { order.append(key) }
      days[key, default: []].append(candidate.day)
    }
    let sorted = order.enumerated().sorted { a, b in
      let left = a.element.staff.compactMap { problem.staffIndex[$0] }
      let right = b.element.staff.compactMap { problem.staffIndex[$0] }
      if left != right { return left.lexicographicallyPrecedes(right) }
      return (a.element.slot ?? 0, a.offset) < (b.element.slot ?? 0, b.offset)
    }
    return sorted.map { _, key in
      let names = problem.staffNames(key.staff.compactMap { problem.staffIndex[$0] })
      let when = (days[key] ?? []).map { problem.dayName($0) }.joined(separator: ", ")
      return "\(names)\(Self.words(slot: key.slot)), \(when): \(key.message)."
    }
  }
}
