// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ForbiddenRuleTests {
  @Test(arguments: [("p1", [RotaRuleCode.forbidden]), ("p2", [])] as [(StaffID, [RotaRuleCode])])
  func nobodyDoesAVisitThatForbidsThem(_ staff: StaffID, _ expected: [RotaRuleCode]) throws {
    let problem = try Small.problem([Small.visit("v1", forbid: ["p1"])])
    #expect(Small.codes(problem, [Small.at("v1", [staff], 540)]) == expected)
  }
}
