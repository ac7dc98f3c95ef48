// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct TravelCostTests {
  @Test(
    arguments: [
      ([], 0), ([("v1", 540)], 25), ([("v2", 540)], 40), ([("v1", 540), ("v2", 600)], 12 + 10 + 20),
      ([("v2", 540), ("v1", 600)], 20 + 11 + 13),
    ] as [([(VisitID, Int)], Int)]
  )
  func journeysFromThroughAndToTheShiftsEndsCount(_ placed: [(VisitID, Int)], _ minutes: Int) throws {
    let problem = try Small.problem([Small.visit("v1"), Small.visit("v2", at: "s2")]) { $0.travel = 3 }
    #expect(Small.cost(problem, placed.map { Small.at($0, $1) }, of: .travel) == 3 * minutes)
  }
}
