// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct SeriesStaffRuleTests {
  static func codes(
    _ rule: RotaProblem.Series.SameStaff,
    slots: [Set<String>] = [[]],
    _ lists: [[StaffID]]
  ) throws -> [RotaRuleCode] {
    let visits = lists.indices.map { Small.visit(VisitID("v\($0)"), slots: slots, series: "g") }
    let problem = try Small.problem(visits, series: [RotaProblem.Series(id: "g", sameStaff: rule)])
    return Small.codes(problem, lists.enumerated().map { Small.at(VisitID("v\($0)"), $1, day: $0, 540) })
  }

  @Test(
    arguments: [
      (RotaProblem.Series.SameStaff.require, "p2", [RotaRuleCode.seriesStaff]), (.require, "p1", []),
      (.prefer, "p2", []), (.any, "p2", []),
    ] as [(RotaProblem.Series.SameStaff, StaffID, [RotaRuleCode])]
  )
  func onlyRequireBinds(
    _ rule: RotaProblem.Series.SameStaff,
    _ second: StaffID,
    _ expected: [RotaRuleCode]
  ) throws {
    #expect(try Self.codes(rule, [["p1"], [second]]) == expected)
  }

  @Test func theOrderOfAJointListCounts() throws {
    #expect(try Self.codes(.require, slots: [[], []], [["p1", "p2"], ["p2", "p1"]]) == [.seriesStaff])
  }
}
