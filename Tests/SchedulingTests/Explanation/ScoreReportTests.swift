// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ScoreReportTests {
  /// Term by term, over weeks with every wish in them.
  @Test(arguments: 1...30 as ClosedRange<UInt64>)
  func peopleAndTeamAddUpToWhatTheRefereeFinds(_ seed: UInt64) throws {
    let problem = try RandomWeek.problem(seed: seed)
    let answer = try RandomWeek.answer(to: problem, seed: seed)
    let report = ScoreReport(answer, of: problem)
    let verdict = RotaReferee.check(answer, of: problem)
    #expect(report.total == verdict.cost)
    #expect(report.people.reduce(0) { $0 + $1.travelMinutes } == verdict.facts.travelMinutes)
    let left = report.leftOut.reduce(0) { $0 + $1.visits.count }
    #expect(left == problem.visits.count - verdict.facts.placed)
    #expect(report.leftOut.reduce(0) { $0 + $1.weight } == verdict.cost[.leftOut])
  }

  @Test func aPersonsRowIsCountedByHand() throws {
    let late = [RotaProblem.Window(day: 0, start: 600, end: 700)]
    let problem = try Small.problem(
      [
        Small.visit("v", slots: [[], []], prefer: ["p1"], liked: late), Small.visit("w", at: "s2", minutes: 45),
        Small.visit("x", weight: 70), Small.visit("y", weight: 30),
      ],
      staff: [Small.person("p1", week: 500, contact: 90), Small.person("p2"), Small.person("p3", shifts: [])],
      published: [Small.at("v", ["p1", "p2"], 570), Small.at("w", ["p2"], day: 1, 700)]
    ) { weights in
      weights.travel = 2
      weights.preferStaff = 20
      weights.preferWindow = 7
      weights.changedStaff = 40
      weights.changedDay = 41
      weights.changedStart = 10
      weights.shift = 5
    }
    let placed = [Small.at("v", ["p1", "p2"], 540), Small.at("w", day: 0, 600)]
    let answer = RotaAnswer(
      problem: "small", assignments: placed,
      unassigned: [.init(visit: "x", reason: "no room"), .init(visit: "y", reason: "")])
    let report = ScoreReport(answer, of: problem)
    #expect(report.people.map(\.staff) == ["p1", "p2"])
    let (one, two) = (report.people[0], report.people[1])
    #expect(one.visits == 2 && one.visitMinutes == 75 && one.fullestDay == 75)
    #expect(one.travelMinutes == 42 && one.workedMinutes == 117)
    #expect(one.weekLimit == 500 && one.contactLimit == 90)
    #expect(one.preferredMissed == 0 && one.changedVisits == 2)
    let expected: [(RotaCost.Term, Int)] = [
      (.travel, 84), (.preferWindow, 7), (.changedStart, 10), (.changedStaff, 40), (.changedDay, 41), (.shift, 5),
    ]
    #expect(one.cost == RotaCost(expected))
    #expect(two.visits == 1 && two.travelMinutes == 25 && two.preferredMissed == 1 && two.changedVisits == 1)
    #expect(two.cost == RotaCost([(.travel, 50), (.preferStaff, 20), (.shift, 5)]))
    #expect(report.team == RotaCost([(.leftOut, 100)]))
    #expect(report.leftOut.map(\.reason) == ["no room", "no reason is told"])
    #expect(report.leftOut.map(\.visits) == [["x"], ["y"]])
    #expect(report.total == RotaReferee.check(answer, of: problem).cost)
  }
}
