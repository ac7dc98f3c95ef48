// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ShiftCostTests {
  @Test func everyPersonDayWithAVisitCounts() throws {
    let visits = [Small.visit("v1"), Small.visit("v2"), Small.visit("v3", slots: [[], []])]
    let problem = try Small.problem(visits) { $0.shift = 5 }
    #expect(Small.cost(problem, [], of: .shift) == 0)
    #expect(Small.cost(problem, [Small.at("v1", 540), Small.at("v2", 600)], of: .shift) == 5)
    let joint = Small.at("v3", ["p1", "p2"], day: 1, 540)
    #expect(Small.cost(problem, [Small.at("v1", 540), joint], of: .shift) == 15)
  }
}
