// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct LeftOutUntoldRuleTests {
  @Test func aVisitThatIsNotPlacedIsTold() throws {
    let problem = try Small.problem([Small.visit("v1"), Small.visit("v2")])
    let silent = RotaAnswer(problem: "small", assignments: [Small.at("v2", 540)])
    let verdict = RotaReferee.check(silent, of: problem)
    #expect(verdict.breaches.map(\.code) == [.leftOutUntold])
    #expect(verdict.breaches.map(\.visit) == ["v1"])
    #expect(Small.codes(problem, [Small.at("v2", 540)]).isEmpty)
  }
}
