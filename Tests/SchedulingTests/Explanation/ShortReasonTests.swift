// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct ShortReasonTests {
  static let monday = [RotaProblem.Window(day: 0, start: 540, end: 600)]

  static func reason(
    _ visit: RotaProblem.Visit,
    _ others: [RotaProblem.Visit] = [],
    staff: [RotaProblem.Staff]? = nil,
    series: [RotaProblem.Series] = [],
    rooms: Int = 1,
    _ assignments: [RotaAnswer.Assignment] = []
  ) throws -> String {
    let people = staff ?? [Small.person("p1"), Small.person("p2")]
    let problem = try Small.problem([visit] + others, staff: people, series: series, rooms: rooms) {
      $0.travel = 1
    }
    return try RotaExplainer(Small.answer(problem, assignments), of: problem).shortReason(for: visit.id)
  }

  @Test func nobodyHasTheSkill() throws {
    let reason = try Self.reason(Small.visit("v", slots: [["screen"], ["fly", "swim"]]))
    #expect(reason == "nobody allowed with the skill 'fly' and 'swim' is on the team")
  }

  @Test func thoseWithTheSkillAreOff() throws {
    let reason = try Self.reason(
      Small.visit("v", windows: Self.monday),
      staff: [Small.person("p1", shifts: Small.shifts([1, 2]))]
    )
    #expect(reason == "nobody allowed is on shift on the days asked for")
  }

  @Test func theShiftDoesNotReachTheWindow() throws {
    let reason = try Self.reason(
      Small.visit("v", windows: Self.monday),
      staff: [Small.person("p1", shifts: Small.shifts(from: 600, to: 900))]
    )
    #expect(reason == "nobody who may do it is on shift inside its windows")
  }

  @Test func theMostCommonObstacleOfThoseWhoCouldSpeaks() throws {
    // p1 and p2 have no time, p3 has reached the minutes of the day.
    let people = [Small.person("p1"), Small.person("p2"), Small.person("p3", contact: 10)]
    let others = [Small.visit("w", at: "s2", minutes: 60), Small.visit("x", at: "s2", minutes: 60)]
    let reason = try Self.reason(
      Small.visit("v", windows: Self.monday),
      others,
      staff: people,
      rooms: 2,
      [Small.at("w", 540), Small.at("x", ["p2"], 540)]
    )
    #expect(reason == "nobody who may do it has 30 minutes free inside its windows, travel counted")
  }

  @Test func itCostsMoreThanItIsWorth() throws {
    let reason = try Self.reason(Small.visit("v", weight: 20))
    #expect(reason == "placing it would cost 25 points and leaving it out costs 20 points")
  }

  @Test func itFitsAndIsWorthIt() throws {
    let reason = try Self.reason(Small.visit("v", weight: 400))
    #expect(reason == "it fits as the rota stands; more time for the search may place it")
  }

  @Test func theSeriesIsTooNear() throws {
    let reason = try Self.reason(
      Small.visit("v", windows: Self.monday, series: "g"),
      [Small.visit("w", series: "g")],
      series: [RotaProblem.Series(id: "g", gapDays: 1)],
      [Small.at("w", 700)]
    )
    #expect(reason == "its series already has a visit too near every day that is left")
  }

  @Test func theVisitThatMustComeFirstIsNamed() throws {
    let visit = Small.visit("v", after: [RotaProblem.Precedence(visit: "w")])
    let reason = try Self.reason(visit, [Small.visit("w", slots: [["fly"]])])
    #expect(reason == "w, which must come first, is left out")
  }

  @Test func theSeriesPeopleCannotDoIt() throws {
    let visit = Small.visit("v", windows: Self.monday, forbid: ["p1"], series: "g")
    let reason = try Self.reason(
      visit,
      [Small.visit("w", series: "g")],
      series: [RotaProblem.Series(id: "g", sameStaff: .require)],
      [Small.at("w", day: 1, 540)]
    )
    #expect(reason == "its series must keep its people, and they cannot do this visit")
  }
}
