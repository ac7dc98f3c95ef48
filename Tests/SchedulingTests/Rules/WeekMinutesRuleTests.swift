// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct WeekMinutesRuleTests {
  // Two days of 30 visit minutes and 25 travel minutes each.
  @Test(arguments: [(110, true), (109, false), (0, false)])
  func visitsAndTravelOfTheWeekStayWithinTheLimit(_ limit: Int, _ holds: Bool) throws {
    let problem = try Small.problem(
      [Small.visit("v1"), Small.visit("v2")],
      staff: [Small.person("p1", week: limit)]
    )
    let codes = Small.codes(problem, [Small.at("v1", 540), Small.at("v2", day: 1, 540)])
    #expect(codes == (holds ? [] : [.weekMinutes]))
  }

  @Test func theBreakIsUnpaid() throws {
    let rest = RotaProblem.Break(minutes: 30, earliest: 690, latest: 840)
    let problem = try Small.problem([Small.visit("v1")], staff: [Small.person("p1", week: 55, rest: rest)])
    let breaks = [RotaAnswer.Rest(staff: "p1", day: 0, start: 700)]
    #expect(Small.codes(problem, [Small.at("v1", 540)], breaks: breaks).isEmpty)
  }
}
