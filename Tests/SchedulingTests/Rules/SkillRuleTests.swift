// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct SkillRuleTests {
  static let people = [
    Small.person("p1", skills: ["screen"]), Small.person("p2", skills: ["screen", "group"]),
  ]

  @Test(
    arguments: [
      ([["screen"]], ["p1"], 0),
      ([["group"]], ["p1"], 1),
      ([["screen", "group"]], ["p1"], 1),
      ([["screen", "group"]], ["p2"], 0),
      ([["group"], ["screen"]], ["p2", "p1"], 0),
      ([["group"], ["screen"]], ["p1", "p2"], 1),
    ] as [([Set<String>], [StaffID], Int)]
  )
  func eachPersonHasEverySkillOfTheirOwnSlot(
    _ slots: [Set<String>],
    _ staff: [StaffID],
    _ count: Int
  ) throws {
    let problem = try Small.problem([Small.visit("v1", slots: slots)], staff: Self.people)
    #expect(Small.codes(problem, [Small.at("v1", staff, 540)]) == Array(repeating: .skill, count: count))
  }

  @Test func theMissingSkillIsNamed() throws {
    let problem = try Small.problem([Small.visit("v1", slots: [["group"]])], staff: Self.people)
    let verdict = RotaReferee.check(Small.answer(problem, [Small.at("v1", 540)]), of: problem)
    #expect(verdict.breaches.map(\.message) == ["Person p1 lacks 'group' for visit v1"])
  }
}
