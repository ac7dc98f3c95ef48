// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct DisruptionTests {
  /// Hours away on day 1 of a shift 08:30 to 16:30, and what is left of it.
  @Test(
    arguments: [
      (nil, nil), (510..<990, nil), (480..<1_000, nil), (780..<990, 510..<780), (510..<600, 600..<990),
      (600..<660, 660..<990), (840..<900, 510..<840), (720..<780, 510..<720), (300..<480, 510..<990),
    ] as [(Range<Int>?, Range<Int>?)])
  func anAbsenceLeavesTheLongerPartOfTheShift(_ hours: Range<Int>?, _ left: Range<Int>?) throws {
    let problem = try Small.problem([Small.visit("v1")])
    let changed = try problem.disrupted(by: [.absence("p1", day: 1, hours: hours)])
    let shift = changed.staff[0].shifts.first { $0.day == 1 }
    #expect(shift.map { $0.start..<$0.end } == left)
    #expect(changed.staff[0].shifts.filter { $0.day != 1 } == problem.staff[0].shifts.filter { $0.day != 1 })
    #expect(changed.staff[1] == problem.staff[1])
  }

  /// Hours closed on day 1 of a window 09:00 to 15:00, and what is left of it.
  @Test(
    arguments: [
      (nil, []), (540..<900, []), (600..<660, [540..<600, 660..<900]), (500..<600, [600..<900]),
      (800..<1_000, [540..<800]), (300..<540, [540..<900]),
    ] as [(Range<Int>?, [Range<Int>])])
  func aClosureIsTakenOutOfTheWindowsOfItsPlace(_ hours: Range<Int>?, _ left: [Range<Int>]) throws {
    let problem = try Small.problem([Small.visit("v1"), Small.visit("v2", at: "s2")])
    let changed = try problem.disrupted(by: [.closure("s1", day: 1, hours: hours)])
    #expect(changed.visits[0].windows.filter { $0.day == 1 }.map { $0.start..<$0.end } == left)
    #expect(changed.visits[0].windows.count == 4 + left.count)
    #expect(changed.visits[1] == problem.visits[1])
  }

  @Test func aCancelledVisitCostsNothingAndTakesWhatFollowsItAlong() throws {
    let problem = try Small.problem([Small.visit("v1"), Small.visit("v2", after: [.init(visit: "v1")])])
    let changed = try problem.disrupted(by: [.cancellation("v1")])
    #expect(Small.cost(changed, [], of: .leftOut) == 100, "the follower's weight alone")
    #expect(Small.codes(changed, [Small.at("v2", 600)]) == [.after])
    #expect(Small.codes(changed, [Small.at("v1", 600)]) == [.window])
  }

  @Test func anAddedVisitIsAskedForUnlessItsPlaceIsClosed() throws {
    let problem = try Small.problem([Small.visit("v1")])
    let added = Small.visit("new", at: "s2")
    let changed = try problem.disrupted(by: [.closure("s2", day: 0, hours: nil), .addition(added)])
    #expect(changed.visits.map(\.id) == ["v1", "new"])
    #expect(changed.visits[1].windows.map(\.day) == [1, 2, 3, 4])
  }

  @Test(
    arguments: [
      .absence("p9", day: 0, hours: nil), .absence("p1", day: 5, hours: nil), .closure("s9", day: 0, hours: nil),
      .closure("s1", day: -1, hours: nil), .cancellation("v9"),
    ] as [Disruption])
  func whatTheRotaDoesNotHaveIsRefused(_ disruption: Disruption) throws {
    let problem = try Small.problem([Small.visit("v1")])
    let fault = #expect(throws: Fault.self) { try problem.disrupted(by: [disruption]) }
    #expect(fault?.code == .rotaDisruptionUnknown && fault?.hint != nil)
  }

  @Test func anAddedVisitThatDoesNotFitIsRefused() throws {
    let problem = try Small.problem([Small.visit("v1")])
    for visit in [Small.visit("v1"), Small.visit("v2", at: "s9")] {
      let fault = #expect(throws: Fault.self) { try problem.disrupted(by: [.addition(visit)]) }
      #expect(fault?.code == .rotaProblemInvalid)
    }
  }

  @Test func aLineReadsBackAsTheSameDisruption() throws {
    let problem = try Small.problem([Small.visit("v1")])
    let all: [(Disruption, String)] = [
      (.absence("p1", day: 1, hours: nil), "absent p1@2026-12-01"),
      (.absence("a@b", day: 0, hours: 780..<990), "absent a@b@2026-11-30T13:00-16:30"),
      (.closure("s1", day: 4, hours: nil), "closed s1@2026-12-04"), (.cancellation("v 1"), "cancelled v 1"),
      (.addition(problem.visits[0]), "added v1"),
    ]
    for (disruption, text) in all {
      #expect(disruption.text(in: problem.horizon) == text)
      #expect(try Disruption(text, in: problem) == disruption)
    }
    for text in ["", "absent", "absent p1", "away p1@2026-12-01", "cancelled", "added v9", "closed s1@2026-12-09"] {
      #expect(throws: Fault.self) { try Disruption(text, in: problem) }
    }
  }

  @Test(arguments: ["p1", "@1", "p1@", "p1@x", "p1@2026-13-01", "p1@1T", "p1@1T13:00", "p1@1T13:00-12:00", "p1@-1"])
  func timeAwayThatCantBeReadIsRefused(_ text: String) {
    #expect(throws: Fault.self) { try TimeAway(validating: text) }
  }

  @Test func whatHasBegunStaysAndNothingElseMayStartBefore() throws {
    let held = [Small.at("v1", 600), Small.at("v2", day: 1, 700), Small.at("v3", day: 1, 540)]
    let problem = try Small.problem(["v1", "v2", "v3"].map { Small.visit($0) }, published: held)
    let changed = try problem.settled(before: .init(day: 1, minute: 600))
    #expect(problem.begun(before: .init(day: 1, minute: 600)) == [held[0], held[2]])
    #expect(changed.visits[0].pin == RotaProblem.Pin(staff: ["p1"], day: 0, start: 600))
    #expect(changed.visits[2].pin == RotaProblem.Pin(staff: ["p1"], day: 1, start: 540))
    #expect(changed.visits[1].pin == nil)
    #expect(changed.visits[1].windows.map(\.day) == [1, 2, 3, 4])
    #expect(changed.visits[1].windows[0].start == 600)
    #expect(Small.codes(changed, held) == [])
  }
}
