// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct OverlapRuleTests {
  // s1 to s2 takes 10 minutes, s2 to s1 takes 11.
  @Test(
    arguments: [
      ("s2", 580, true), ("s2", 575, false), ("s1", 570, true), ("s1", 565, false), ("s2", 495, true),
      ("s2", 500, false), ("s2", 540, false),
    ] as [(PlaceID, Int, Bool)]
  )
  func thereIsTimeForTheJourneyBetweenTwoVisits(_ place: PlaceID, _ start: Int, _ holds: Bool) throws {
    let windows = [RotaProblem.Window(day: 0, start: 480, end: 900)]
    let people = [Small.person("p1", shifts: Small.shifts(from: 420, to: 990))]
    let visits = [Small.visit("v1", windows: windows), Small.visit("v2", at: place, windows: windows)]
    let problem = try Small.problem(visits, staff: people, rooms: 2)
    let codes = Small.codes(problem, [Small.at("v1", 540), Small.at("v2", start)])
    #expect(codes == (holds ? [] : [.overlap]))
  }
}
