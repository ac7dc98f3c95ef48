// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ShiftRuleTests {
  // 12 minutes there, 13 back.
  @Test(arguments: [
    (528, 990, []), (530, 990, [RotaRuleCode.shift]), (510, 583, []), (510, 580, [.shift]),
    (530, 580, [.shift, .shift]),
  ])
  func bothJourneysLieInTheShift(_ opens: Int, _ closes: Int, _ expected: [RotaRuleCode]) throws {
    let people = [Small.person("p1", shifts: Small.shifts(from: opens, to: closes))]
    let problem = try Small.problem([Small.visit("v1")], staff: people)
    #expect(Small.codes(problem, [Small.at("v1", 540)]) == expected)
  }
}
