// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ChangedStaffCostTests {
  @Test(arguments: [(["p1"], 0), (["p2"], 40)] as [([StaffID], Int)])
  func aPublishedVisitWithOtherPeopleCounts(_ staff: [StaffID], _ cost: Int) throws {
    let problem = try Small.problem([Small.visit("v1")], published: [Small.at("v1", 540)]) {
      $0.changedStaff = 40
    }
    #expect(Small.cost(problem, [Small.at("v1", staff, 540)], of: .changedStaff) == cost)
  }

  @Test func aPublishedVisitNowLeftOutOrGoneCostsNothingHere() throws {
    let published = [Small.at("v1", ["gone"], 540), Small.at("vanished", 540)]
    let problem = try Small.problem([Small.visit("v1")], published: published) { $0.changedStaff = 40 }
    #expect(Small.cost(problem, [], of: .changedStaff) == 0)
    #expect(Small.cost(problem, [Small.at("v1", 540)], of: .changedStaff) == 40)
  }
}
