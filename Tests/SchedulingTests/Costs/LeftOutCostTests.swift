// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct LeftOutCostTests {
  @Test func everyVisitNotPlacedCostsItsWeight() throws {
    let problem = try Small.problem([
      Small.visit("v1", weight: 400), Small.visit("v2", weight: 7), Small.visit("v3", weight: 0),
    ])
    #expect(Small.cost(problem, [], of: .leftOut) == 407)
    #expect(Small.cost(problem, [Small.at("v1", 540)], of: .leftOut) == 7)
    // One with an unknown person counts as left out.
    #expect(Small.cost(problem, [Small.at("v1", ["p9"], 540)], of: .leftOut) == 407)
  }
}
