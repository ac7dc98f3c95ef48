// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct SlotsRuleTests {
  @Test(
    arguments: [
      (["p1"], [RotaRuleCode.slots]),
      (["p1", "p2"], []),
      (["p1", "p2", "p3"], [.slots]),
      // The same person twice is also in two places at once.
      (["p1", "p1"], [.slots, .overlap]),
      ([], [.slots]),
    ] as [([StaffID], [RotaRuleCode])]
  )
  func aJointVisitTakesTwoDifferentPeople(_ staff: [StaffID], _ expected: [RotaRuleCode]) throws {
    let people = [Small.person("p1"), Small.person("p2"), Small.person("p3")]
    let problem = try Small.problem([Small.visit("v1", slots: [[], []])], staff: people)
    #expect(Small.codes(problem, [Small.at("v1", staff, 540)]) == expected)
  }
}
