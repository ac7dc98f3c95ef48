// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct StepRuleTests {
  @Test(arguments: [(540, 5, true), (541, 5, false), (541, 1, true), (550, 15, false), (555, 15, true)])
  func aVisitStartsOnTheGrid(_ start: Int, _ step: Int, _ holds: Bool) throws {
    let problem = try Small.problem([Small.visit("v1")], step: step)
    #expect(Small.codes(problem, [Small.at("v1", start)]) == (holds ? [] : [.step]))
  }
}
