// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct BalanceCostTests {
  // 30 of 480 minutes is 6.25 per cent, 120 of 480 is 25, 30 of 240 is 12.5: each rounded down first.
  @Test(
    arguments: [
      ([], 0), ([("v1", "p1")], 6), ([("v1", "p1"), ("v2", "p2")], 12 - 6), ([("v3", "p1")], 25),
      ([("v3", "p1"), ("v1", "p2")], 25 - 12),
    ] as [([(VisitID, StaffID)], Int)]
  )
  func theLargestLoadOfARoleMinusTheSmallest(_ placed: [(VisitID, StaffID)], _ spread: Int) throws {
    let people = [
      Small.person("p1", shifts: Small.shifts([0])),
      Small.person("p2", shifts: Small.shifts([0], from: 510, to: 750)),
      // Alone in the role, or never on shift: not compared.
      Small.person("t1", role: "therapist"), Small.person("p3", shifts: []),
    ]
    let visits = [Small.visit("v1"), Small.visit("v2"), Small.visit("v3", minutes: 120)]
    let problem = try Small.problem(visits, staff: people, rooms: 9) { $0.balance = 2 }
    #expect(Small.cost(problem, placed.map { Small.at($0, [$1], 540) }, of: .balance) == 2 * spread)
  }
}
