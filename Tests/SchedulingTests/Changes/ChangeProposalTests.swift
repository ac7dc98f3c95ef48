// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// The least change that each obstacle calls for, on weeks small enough to work it out by hand.
@Suite struct ChangeProposalTests {
  static let morning = [RotaProblem.Window(day: 0, start: 540, end: 660)]

  static func words(
    _ visit: RotaProblem.Visit,
    _ others: [RotaProblem.Visit] = [],
    staff: [RotaProblem.Staff] = [Small.person("p1", shifts: Small.shifts([0]))],
    series: [RotaProblem.Series] = [],
    _ assignments: [RotaAnswer.Assignment] = []
  ) throws -> [String] {
    let problem = try Small.problem([visit] + others, staff: staff, series: series)
    let answer = Small.answer(problem, assignments, breaks: problem.breaks(for: assignments))
    #expect(RotaReferee.check(answer, of: problem).breaches == [])
    return try RotaExplainer(answer, of: problem).changesProposed(for: visit.id).map { $0.words(in: problem) }
  }

  @Test func aShiftIsLengthenedByTheJourneysTheVisitAndNoMore() throws {
    // Away at 08:48 at the latest for a visit at 09:00; home 13 minutes after 10:00.
    let nine = [RotaProblem.Window(day: 0, start: 540, end: 570)]
    let late = Small.person("p1", shifts: Small.shifts([0], from: 540, to: 990))
    let told = try Self.words(Small.visit("v", windows: nine), staff: [late])
    #expect(
      told == [
        "15 more minutes of Person p1 on Mon 30 Nov, from 08:45",
        "v in 09:00 to 09:45 on Mon 30 Nov instead of 09:00 to 09:30",
      ])
    let short = Small.person("p1", shifts: Small.shifts([0], from: 510, to: 560))
    #expect(
      try Self.words(Small.visit("v", windows: nine), staff: [short]).first
        == "25 more minutes of Person p1 on Mon 30 Nov, until 09:45")
  }

  @Test func aDayOffCallsForAShiftWithBothJourneys() throws {
    let tuesday = [RotaProblem.Window(day: 1, start: 540, end: 660)]
    #expect(
      try Self.words(Small.visit("v", windows: tuesday)).first
        == "a shift of 60 minutes of Person p1 on Tue 1 Dec, 08:45 to 09:45")
  }

  @Test func limitsAreRaisedByWhatIsMissingRoundedUpToTheGrid() throws {
    let tired = Small.person("p1", shifts: Small.shifts([0]), contact: 57)
    let other = Small.visit("w")
    let told = try Self.words(Small.visit("v"), [other], staff: [tired], [Small.at("w", 540)])
    #expect(told.contains("5 more visit minutes a day for Person p1, 62 instead of 57"))
    // 30 + 25 worked; beside the other visit at the same place no journey is added.
    let busy = Small.person("p1", shifts: Small.shifts([0]), week: 78)
    let week = try Self.words(Small.visit("v"), [other], staff: [busy], [Small.at("w", 540)])
    #expect(week.contains("10 more minutes in the week for Person p1, 88 instead of 78"))
  }

  @Test func rulesAreNamedWithTheirSubject() throws {
    let day = Small.visit("v", slots: [["lead"]], windows: Self.morning)
    #expect(try Self.words(day).last == "the skill 'lead' for Person p1")
    #expect(try Self.words(Small.visit("v", forbid: ["p1"])).contains("Person p1 allowed at v"))
    #expect(try Self.words(Small.visit("v", pin: .init(day: 3))).contains("v no longer pinned"))
    let room = try Self.words(
      Small.visit("v", windows: Self.morning), [Small.visit("w", minutes: 100)],
      staff: [Small.person("p1", shifts: Small.shifts([0])), Small.person("p2")], [Small.at("w", ["p2"], 540)])
    #expect(room.contains("a second room at First nursery"))
    let gap = try Self.words(
      Small.visit("v", windows: Self.morning, series: "g"), [Small.visit("w", series: "g")],
      series: [RotaProblem.Series(id: "g", gapDays: 1)], [Small.at("w", 800)])
    #expect(gap.contains("the gap of series g dropped, two visits on one day allowed"))
    let order = try Self.words(Small.visit("v", after: [.init(visit: "w")]), [Small.visit("w")])
    #expect(order.contains("v no longer after w"))
    let staff = try Self.words(
      Small.visit("v", windows: Self.morning, series: "g"), [Small.visit("w", series: "g")],
      staff: [Small.person("p1", shifts: Small.shifts([0])), Small.person("p2", shifts: Small.shifts([1]))],
      series: [RotaProblem.Series(id: "g", sameStaff: .require)], [Small.at("w", ["p2"], day: 1, 540)])
    #expect(staff.contains("other people allowed in series g"))
  }

  @Test func theBreakMayMove() throws {
    let rest = RotaProblem.Break(minutes: 30, earliest: 720, latest: 750, shiftOver: 360)
    let noon = [RotaProblem.Window(day: 0, start: 710, end: 760)]
    let told = try Self.words(
      Small.visit("v", windows: noon), staff: [Small.person("p1", shifts: Small.shifts([0]), rest: rest)])
    // At 11:50 the visit leaves 12:20 to 12:50 for the break; at 12:10 it leaves 11:40 to 12:10.
    #expect(told.contains("the break of Person p1 up to 20 minutes later, in 12:00 to 12:50"))
    #expect(told.contains("the break of Person p1 up to 20 minutes earlier, in 11:40 to 12:30"))
  }

  /// Brute force: where a change in minutes lets the visit in directly, a step less does not.
  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func noSmallerAmountOfTheSameChangeWouldDo(_ seed: UInt64) throws {
    let problem = try RandomWeek.problem(seed: seed)
    let answer = try RandomWeek.answer(to: problem, seed: seed)
    for left in answer.unassigned {
      for change in try RotaExplainer(answer, of: problem).changesProposed(for: left.visit) {
        let trial = try ChangeTrial(change, for: left.visit, in: answer, of: problem)
        guard trial.fitsDirectly else { continue }
        #expect(RotaReferee.check(trial.start, of: trial.problem).breaches == [])
        guard change.kind.isInMinutes, change.amount > problem.horizon.step,
          let less = change.with(amount: change.amount - problem.horizon.step),
          try ChangeTrial(nil, for: left.visit, in: answer, of: problem).fitsDirectly == false
        else { continue }
        #expect(try Self.fitsAnywhere(left.visit, in: answer, of: less.applied(to: problem)) == false)
      }
    }
  }

  /// Whether any people, day and start let the visit in while the rest stays; by the referee alone.
  static func fitsAnywhere(_ id: VisitID, in answer: RotaAnswer, of problem: RotaProblem) throws -> Bool {
    let visit = problem.visits[try #require(problem.visitIndex[id])]
    return !ExactnessTests.slowly(problem, answer, visit).isEmpty
  }
}
