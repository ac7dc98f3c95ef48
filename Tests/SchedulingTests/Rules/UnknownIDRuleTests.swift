// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct UnknownIDRuleTests {
  @Test func anUnknownVisitOrPersonIsSetAsideAndReported() throws {
    let problem = try Small.problem([Small.visit("v1"), Small.visit("v2")])
    let codes = Small.codes(
      problem,
      [Small.at("nobody", 540), Small.at("v1", ["p9"], 540), Small.at("v2", 540)]
    )
    // v1 is then neither placed nor told.
    #expect(codes == [.unknownID, .unknownID, .leftOutUntold])
  }

  @Test func anUnknownVisitAmongTheLeftOutIsReported() throws {
    let problem = try Small.problem([Small.visit("v1")])
    let answer = RotaAnswer(
      problem: "small",
      assignments: [Small.at("v1", 540)],
      unassigned: [RotaAnswer.LeftOut(visit: "ghost", reason: "")]
    )
    let verdict = RotaReferee.check(answer, of: problem)
    #expect(verdict.breaches.map(\.visit) == ["ghost"])
    #expect(verdict.breaches.map(\.code) == [.unknownID])
  }
}
