// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct BreakRuleTests {
  static let rest = RotaProblem.Break(minutes: 30, earliest: 690, latest: 840, shiftOver: 360)

  static func codes(
    _ starts: [Int],
    breakAt: Int?,
    places: [PlaceID] = [],
    rest: RotaProblem.Break = Self.rest
  ) throws -> [RotaRuleCode] {
    let visits = starts.indices.map {
      Small.visit(VisitID("v\($0)"), at: places.indices.contains($0) ? places[$0] : "s1")
    }
    let problem = try Small.problem(visits, staff: [Small.person("p1", rest: rest)])
    let assignments = starts.enumerated().map { Small.at(VisitID("v\($0)"), $1) }
    let breaks = breakAt.map { [RotaAnswer.Rest(staff: "p1", day: 0, start: $0)] } ?? []
    return Small.codes(problem, assignments, breaks: breaks)
  }

  @Test(
    arguments: [
      (nil, false), (700, true), (690, true), (685, false), (810, true), (815, false), (702, false),
    ] as [(Int?, Bool)]
  )
  func theBreakIsThereOnTheGridAndInItsHours(_ at: Int?, _ holds: Bool) throws {
    #expect(try Self.codes([540], breakAt: at) == (holds ? [] : [.rest]))
  }

  // v0 at s1 ends at 720, v1 at s2 starts at 765; the journey takes 10: 45 minutes hold both.
  @Test(arguments: [(720, true), (725, true), (730, true), (735, true), (740, false), (715, false)])
  func theJourneyLiesWhollyBeforeOrAfterTheBreak(_ at: Int, _ holds: Bool) throws {
    let codes = try Self.codes([690, 765], breakAt: at, places: ["s1", "s2"])
    #expect(codes == (holds ? [] : [.rest]))
  }

  // With 40 minutes between the visits, a journey split by the break would fit, a whole one only at the ends.
  @Test(arguments: [(720, true), (725, false), (730, true)])
  func aSplitJourneyDoesNotCount(_ at: Int, _ holds: Bool) throws {
    #expect(try Self.codes([690, 760], breakAt: at, places: ["s1", "s2"]) == (holds ? [] : [.rest]))
  }

  @Test func noBreakIsDueOnADayWithoutAVisitNorInAShortShift() throws {
    #expect(try Self.codes([], breakAt: nil).isEmpty)
    let long = RotaProblem.Break(minutes: 30, earliest: 690, latest: 840, shiftOver: 480)
    #expect(try Self.codes([540], breakAt: nil, rest: long).isEmpty)
  }

  @Test func theLastBreakGivenForADayCounts() throws {
    let problem = try Small.problem([Small.visit("v1")], staff: [Small.person("p1", rest: Self.rest)])
    let good = RotaAnswer.Rest(staff: "p1", day: 0, start: 700)
    let bad = RotaAnswer.Rest(staff: "p1", day: 0, start: 0)
    #expect(Small.codes(problem, [Small.at("v1", 540)], breaks: [bad, good]).isEmpty)
    #expect(Small.codes(problem, [Small.at("v1", 540)], breaks: [good, bad]) == [.rest])
  }
}
