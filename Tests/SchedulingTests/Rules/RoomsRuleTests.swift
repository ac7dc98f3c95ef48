// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct RoomsRuleTests {
  // v1 runs 09:00 to 09:30.
  @Test(arguments: [(1, 570, true), (1, 565, false), (1, 540, false), (2, 540, true)])
  func aPlaceHoldsNoMoreVisitsAtOnceThanRooms(_ rooms: Int, _ start: Int, _ holds: Bool) throws {
    let problem = try Small.problem([Small.visit("v1"), Small.visit("v2")], rooms: rooms)
    let codes = Small.codes(problem, [Small.at("v1", ["p1"], 540), Small.at("v2", ["p2"], start)])
    #expect(codes == (holds ? [] : [.rooms]))
  }

  @Test func aPlaceIsReportedOnceADay() throws {
    let people = (1...4).map { Small.person(StaffID("p\($0)")) }
    let visits = (1...4).map { Small.visit(VisitID("v\($0)")) }
    let problem = try Small.problem(visits, staff: people)
    let assignments = (1...4).map { Small.at(VisitID("v\($0)"), [StaffID("p\($0)")], 540 + $0 / 3 * 60) }
    #expect(Small.codes(problem, assignments) == [.rooms])
  }
}
