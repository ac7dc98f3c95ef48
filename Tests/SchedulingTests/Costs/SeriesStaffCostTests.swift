// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct SeriesStaffCostTests {
  @Test(
    arguments: [
      (RotaProblem.Series.SameStaff.prefer, ["p1", "p1", "p1"], 0), (.prefer, ["p1", "p2", "p1"], 1),
      (.prefer, ["p1", "p2", "p3"], 2), (.prefer, [], 0), (.require, ["p1", "p2"], 0),
      (.any, ["p1", "p2"], 0),
    ] as [(RotaProblem.Series.SameStaff, [StaffID], Int)]
  )
  func everyListOfPeopleBeyondTheFirstCounts(
    _ rule: RotaProblem.Series.SameStaff,
    _ people: [StaffID],
    _ count: Int
  ) throws {
    let visits = (0..<3).map { Small.visit(VisitID("v\($0)"), series: "g") }
    let problem = try Small.problem(
      visits,
      staff: ["p1", "p2", "p3"].map { Small.person($0) },
      series: [RotaProblem.Series(id: "g", sameStaff: rule)]
    ) { $0.seriesStaff = 60 }
    let placed = people.enumerated().map { Small.at(VisitID("v\($0)"), [$1], day: $0, 540) }
    #expect(Small.cost(problem, placed, of: .seriesStaff) == 60 * count)
  }
}
