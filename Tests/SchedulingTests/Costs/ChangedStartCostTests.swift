// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ChangedStartCostTests {
  @Test(arguments: [(0, 600, 0), (0, 615, 0), (0, 585, 0), (0, 620, 10), (0, 580, 10), (1, 700, 0)])
  func aPublishedVisitMoreThanAQuarterHourOffCounts(_ day: Int, _ start: Int, _ cost: Int) throws {
    let problem = try Small.problem([Small.visit("v1")], published: [Small.at("v1", 600)]) {
      $0.changedStart = 10
    }
    #expect(Small.cost(problem, [Small.at("v1", day: day, start)], of: .changedStart) == cost)
  }
}
