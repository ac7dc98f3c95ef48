// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct PreferWindowCostTests {
  @Test(arguments: [(540, 0, 0), (570, 0, 0), (575, 0, 1), (540, 1, 1)])
  func aVisitNotWhollyInAPreferredWindowCounts(_ start: Int, _ day: Int, _ count: Int) throws {
    let liked = [RotaProblem.Window(day: 0, start: 540, end: 600)]
    let problem = try Small.problem([Small.visit("v1", liked: liked)]) { $0.preferWindow = 10 }
    #expect(Small.cost(problem, [Small.at("v1", day: day, start)], of: .preferWindow) == 10 * count)
  }

  @Test func noPreferredWindowsMeansNoCost() throws {
    let problem = try Small.problem([Small.visit("v1")]) { $0.preferWindow = 10 }
    #expect(Small.cost(problem, [Small.at("v1", 540)], of: .preferWindow) == 0)
  }
}
