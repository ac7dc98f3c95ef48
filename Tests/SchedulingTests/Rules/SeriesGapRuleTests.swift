// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct SeriesGapRuleTests {
  @Test(arguments: [
    (0, [0, 0], true), (1, [0, 0], false), (1, [0, 1], true), (2, [0, 1], false), (2, [3, 1], true),
    (2, [0, 4, 3], false), (2, [4, 0, 2], true),
  ])
  func anyTwoVisitsOfASeriesAreFarEnoughApart(_ gap: Int, _ days: [Int], _ holds: Bool) throws {
    let visits = days.indices.map { Small.visit(VisitID("v\($0)"), series: "g") }
    let problem = try Small.problem(visits, series: [RotaProblem.Series(id: "g", gapDays: gap)])
    let assignments = days.enumerated().map { Small.at(VisitID("v\($0)"), day: $1, 540 + 60 * $0) }
    #expect(Small.codes(problem, assignments) == (holds ? [] : [.seriesGap]))
  }
}
