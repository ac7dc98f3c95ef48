// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct PlacedTwiceRuleTests {
  @Test func theFirstPlaceOfAVisitCountsAndTheSecondIsReported() throws {
    let problem = try Small.problem([Small.visit("v1")])
    let verdict = RotaReferee.check(
      Small.answer(problem, [Small.at("v1", 540), Small.at("v1", day: 3, 0)]),
      of: problem
    )
    #expect(verdict.breaches.map(\.code) == [.placedTwice])
    #expect(verdict.facts.placed == 1)
    #expect(verdict.facts.travelMinutes == 25)
  }

  @Test func aVisitBothPlacedAndLeftOutIsReported() throws {
    let problem = try Small.problem([Small.visit("v1")])
    let answer = RotaAnswer(
      problem: "small",
      assignments: [Small.at("v1", 540)],
      unassigned: [RotaAnswer.LeftOut(visit: "v1", reason: "")]
    )
    #expect(RotaReferee.check(answer, of: problem).breaches.map(\.code) == [.placedTwice])
  }
}
