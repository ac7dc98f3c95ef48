// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ChangedDayCostTests {
  @Test(arguments: [(0, 0), (1, 40)])
  func aPublishedVisitOnAnotherDayCounts(_ day: Int, _ cost: Int) throws {
    let problem = try Small.problem([Small.visit("v1")], published: [Small.at("v1", 540)]) {
      $0.changedDay = 40
    }
    #expect(Small.cost(problem, [Small.at("v1", day: day, 540)], of: .changedDay) == cost)
  }
}
