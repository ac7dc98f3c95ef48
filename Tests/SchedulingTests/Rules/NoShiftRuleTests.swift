// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct NoShiftRuleTests {
  @Test(arguments: [(0, true), (1, false)])
  func nobodyWorksOnADayWithoutAShift(_ day: Int, _ holds: Bool) throws {
    let problem = try Small.problem(
      [Small.visit("v1")],
      staff: [Small.person("p1", shifts: Small.shifts([0]))]
    )
    #expect(Small.codes(problem, [Small.at("v1", day: day, 600)]) == (holds ? [] : [.noShift]))
  }

  @Test func aDayWithoutAShiftCountsNoTravelAndNoUsedShift() throws {
    let problem = try Small.problem(
      [Small.visit("v1")],
      staff: [Small.person("p1", shifts: Small.shifts([0]))]
    )
    let verdict = RotaReferee.check(Small.answer(problem, [Small.at("v1", day: 1, 600)]), of: problem)
    #expect(verdict.facts == RotaVerdict.Facts(placed: 1, of: 1, travelMinutes: 0, shiftsUsed: 0))
  }
}
