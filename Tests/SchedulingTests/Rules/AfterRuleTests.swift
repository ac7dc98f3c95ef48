// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct AfterRuleTests {
  @Test(arguments: [
    (0, 570, 0, true), (0, 565, 0, false), (0, 570, 5, false), (1, 540, 0, true), (1, 540, 1_410, true),
    (1, 540, 1_415, false), (0, 540, -30, true),
  ])
  func itStartsAfterTheEndOfTheOtherPlusTheGap(_ day: Int, _ start: Int, _ gap: Int, _ holds: Bool) throws {
    let after = [RotaProblem.Precedence(visit: "v1", gapMinutes: gap)]
    let problem = try Small.problem([Small.visit("v1"), Small.visit("v2", after: after)], rooms: 2)
    let codes = Small.codes(problem, [Small.at("v1", ["p1"], 540), Small.at("v2", ["p2"], day: day, start)])
    #expect(codes == (holds ? [] : [.after]))
  }

  @Test func itIsLeftOutWhenTheOtherIs() throws {
    let after = [RotaProblem.Precedence(visit: "v1")]
    let problem = try Small.problem([Small.visit("v1"), Small.visit("v2", after: after)])
    #expect(Small.codes(problem, [Small.at("v2", 540)]) == [.after])
    #expect(Small.codes(problem, []).isEmpty)
  }
}
