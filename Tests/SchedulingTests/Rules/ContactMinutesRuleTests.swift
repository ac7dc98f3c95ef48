// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ContactMinutesRuleTests {
  @Test(arguments: [(60, true), (59, false)])
  func visitMinutesOfADayStayWithinTheLimit(_ limit: Int, _ holds: Bool) throws {
    let problem = try Small.problem(
      [Small.visit("v1"), Small.visit("v2"), Small.visit("v3")],
      staff: [Small.person("p1", contact: limit)]
    )
    let assignments = [Small.at("v1", 540), Small.at("v2", 600), Small.at("v3", day: 1, 600)]
    #expect(Small.codes(problem, assignments) == (holds ? [] : [.contactMinutes]))
  }
}
