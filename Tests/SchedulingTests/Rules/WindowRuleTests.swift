// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct WindowRuleTests {
  @Test(arguments: [
    (0, 600, true), (0, 690, true), (0, 695, false), (0, 595, false), (1, 600, false), (0, 750, true),
    // Windows that touch do not make one.
    (0, 765, false),
  ])
  func theWholeVisitLiesInOneWindow(_ day: Int, _ start: Int, _ holds: Bool) throws {
    let windows = [
      RotaProblem.Window(day: 0, start: 600, end: 720), RotaProblem.Window(day: 0, start: 720, end: 780),
      RotaProblem.Window(day: 0, start: 780, end: 810),
    ]
    let problem = try Small.problem([Small.visit("v1", windows: windows)])
    #expect(Small.codes(problem, [Small.at("v1", day: day, start)]) == (holds ? [] : [.window]))
  }
}
