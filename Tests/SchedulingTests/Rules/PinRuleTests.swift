// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct PinRuleTests {
  @Test(arguments: [
    (RotaProblem.Pin(), true),
    (RotaProblem.Pin(staff: ["p1"], day: 0, start: 600), true),
    (RotaProblem.Pin(staff: ["p2"]), false),
    (RotaProblem.Pin(day: 1), false),
    (RotaProblem.Pin(start: 605), false),
    (RotaProblem.Pin(staff: ["p2"], day: 1, start: 605), false),
  ])
  func whatThePinGivesIsKept(_ pin: RotaProblem.Pin, _ holds: Bool) throws {
    let problem = try Small.problem([Small.visit("v1", pin: pin)])
    #expect(Small.codes(problem, [Small.at("v1", 600)]) == (holds ? [] : [.pin]))
  }

  @Test func theOrderOfPinnedPeopleCounts() throws {
    let pin = RotaProblem.Pin(staff: ["p2", "p1"])
    let problem = try Small.problem([Small.visit("v1", slots: [[], []], pin: pin)])
    #expect(Small.codes(problem, [Small.at("v1", ["p1", "p2"], 600)]) == [.pin])
    #expect(Small.codes(problem, [Small.at("v1", ["p2", "p1"], 600)]).isEmpty)
  }

  @Test func aPinnedVisitMayBeLeftOut() throws {
    let problem = try Small.problem([Small.visit("v1", pin: RotaProblem.Pin(day: 1))])
    #expect(Small.codes(problem, []).isEmpty)
  }
}
