// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct PreferStaffCostTests {
  @Test(
    arguments: [
      ([], ["p1", "p2"], 0), (["p1"], ["p1", "p2"], 1), (["p1", "p2"], ["p1", "p2"], 0),
      (["p3"], ["p1", "p2"], 2),
    ] as [([StaffID], [StaffID], Int)]
  )
  func everyPersonNotPreferredCounts(_ prefer: [StaffID], _ staff: [StaffID], _ count: Int) throws {
    let people = ["p1", "p2", "p3"].map { Small.person($0) }
    let visit = Small.visit("v1", slots: [[], []], prefer: prefer)
    let problem = try Small.problem([visit], staff: people) { $0.preferStaff = 20 }
    #expect(Small.cost(problem, [Small.at("v1", staff, 540)], of: .preferStaff) == 20 * count)
  }
}
