// SPDX-License-Identifier: Apache-2.0

import Foundation
import Vocabulary

/// Answers of a rota problem, each spoilt in one to three ways; the same for the same seed.
struct RotaMutations {
  typealias JSON = [String: Any]

  /// What was done to each answer so far.
  private(set) var told: [String] = []
  private let staff: [String]
  private let days: Int
  private let answer: JSON
  private var dice: SeededGenerator

  init(problem: Data, answer: Data, seed: UInt64) {
    let problem = (try? JSONSerialization.jsonObject(with: problem)) as? JSON ?? [:]
    self.staff = (problem["staff"] as? [JSON] ?? []).compactMap { $0["id"] as? String }
    self.days = (problem["horizon"] as? JSON)?["days"] as? Int ?? 5
    self.answer = (try? JSONSerialization.jsonObject(with: answer)) as? JSON ?? [:]
    self.dice = SeededGenerator(seed: seed)
  }

  mutating func next() throws -> Data {
    var answer = self.answer
    var words: [String] = []
    for _ in 0..<Int.random(in: 1...3, using: &self.dice) { words.append(self.spoil(&answer)) }
    self.told.append(words.joined(separator: ", "))
    return try JSONSerialization.data(withJSONObject: answer)
  }

  private mutating func spoil(_ answer: inout JSON) -> String {
    var visits = answer["assignments"] as? [JSON] ?? []
    var breaks = answer["breaks"] as? [JSON] ?? []
    var left = answer["unassigned"] as? [JSON] ?? []
    defer { (answer["assignments"], answer["breaks"], answer["unassigned"]) = (visits, breaks, left) }
    guard !visits.isEmpty else { return "nothing" }
    let one = Int.random(in: visits.indices, using: &self.dice)
    let other = Int.random(in: visits.indices, using: &self.dice)
    switch Int.random(in: 0..<14, using: &self.dice) {
    case 0:
      let by = [-60, -15, -5, 5, 10, 30, 90].randomElement(using: &self.dice) ?? 5
      visits[one]["start"] = Self.shifted(visits[one]["start"], by: by)
      return "start of \(one) moved by \(by)"
    case 1:
      let by = Int.random(in: 1...4, using: &self.dice)
      visits[one]["start"] = Self.shifted(visits[one]["start"], by: by)
      return "start of \(one) off the step by \(by)"
    case 2:
      (visits[one]["staff"], visits[other]["staff"]) = (visits[other]["staff"], visits[one]["staff"])
      return "people of \(one) and \(other) swapped"
    case 3:
      visits[one]["staff"] = [self.staff.randomElement(using: &self.dice) ?? ""]
      return "another person for \(one)"
    case 4:
      guard !breaks.isEmpty else { return "no break to drop" }
      breaks.remove(at: Int.random(in: breaks.indices, using: &self.dice))
      return "a break dropped"
    case 5:
      guard !breaks.isEmpty else { return "no break to move" }
      let at = Int.random(in: breaks.indices, using: &self.dice)
      let by = [-45, -5, 3, 5, 20, 60].randomElement(using: &self.dice) ?? 5
      breaks[at]["start"] = Self.shifted(breaks[at]["start"], by: by)
      return "break \(at) moved by \(by)"
    case 6:
      visits.remove(at: one)
      return "\(one) dropped untold"
    case 7:
      left.append(["visit": visits.remove(at: one)["visit"] ?? "", "reason": "taken out"])
      return "\(one) left out and told"
    case 8:
      visits[one]["visit"] = "nothing-known"
      return "unknown visit in \(one)"
    case 9:
      visits[one]["staff"] = ["nobody-known"]
      return "unknown person in \(one)"
    case 10:
      visits.append(visits[one])
      return "\(one) placed twice"
    case 11:
      visits[one]["day"] = Int.random(in: 0...self.days, using: &self.dice)
      return "\(one) on another day"
    case 12:
      let people = visits[one]["staff"] as? [String] ?? []
      visits[one]["staff"] = people + [self.staff.randomElement(using: &self.dice) ?? ""]
      return "one person more for \(one)"
    default:
      (visits[one]["day"], visits[other]["day"]) = (visits[other]["day"], visits[one]["day"])
      (visits[one]["start"], visits[other]["start"]) = (visits[other]["start"], visits[one]["start"])
      return "times of \(one) and \(other) swapped"
    }
  }

  /// `09:15` by some minutes, within the day.
  private static func shifted(_ clock: Any?, by minutes: Int) -> String {
    let parts = (clock as? String ?? "").split(separator: ":").compactMap { Int($0) }
    guard parts.count == 2 else { return "00:00" }
    let minute = min(max(parts[0] * 60 + parts[1] + minutes, 0), 1439)
    return (minute / 60 < 10 ? "0" : "") + "\(minute / 60):" + (minute % 60 < 10 ? "0" : "") + "\(minute % 60)"
  }
}
