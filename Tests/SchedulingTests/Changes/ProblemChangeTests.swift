// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// What every kind of change does to a problem, and how it says so.
@Suite struct ProblemChangeTests {
  static let window = RotaProblem.Window(day: 1, start: 540, end: 600)
  static let rest = RotaProblem.Break(minutes: 30, earliest: 690, latest: 810, shiftOver: 360)

  static func problem() throws -> RotaProblem {
    try Small.problem(
      [
        Small.visit("v", windows: [Self.window], forbid: ["p2"], series: "g", pin: .init(day: 1)),
        Small.visit("w", after: [.init(visit: "v"), .init(visit: "x")]), Small.visit("x"),
      ],
      staff: [
        Small.person("p1", week: 1_000, contact: 200, rest: Self.rest),
        Small.person("p2", shifts: Small.shifts([0])),
      ],
      series: [RotaProblem.Series(id: "g", gapDays: 2, sameStaff: .require)]
    )
  }

  static let newShift = RotaProblem.Shift(day: 1, start: 530, end: 590, from: "base", to: "base")

  static let table: [(any ProblemChange, String)] = [
    (LongerShift("p1", day: 1, .later, by: 25), "25 more minutes of Person p1 on Tue 1 Dec, until 16:55"),
    (LongerShift("p1", day: 1, .earlier, by: 1), "1 more minute of Person p1 on Tue 1 Dec, from 08:29"),
    (NewShift("p2", newShift), "a shift of 60 minutes of Person p2 on Tue 1 Dec, 08:50 to 09:50"),
    (MoreContactMinutes("p1", by: 15), "15 more visit minutes a day for Person p1, 215 instead of 200"),
    (MoreWeekMinutes("p1", by: 30), "30 more minutes in the week for Person p1, 1030 instead of 1000"),
    (AnotherRoom(at: "s1"), "a second room at First nursery"),
    (AnotherRoom(at: "base"), "one more room than its 99 at Team base"),
    (WiderBreakHours("p1", .later, by: 15), "the break of Person p1 up to 15 minutes later, in 11:30 to 13:45"),
    (WiderWindow("v", window, earlier: 10, later: 5), "v in 08:50 to 10:05 on Tue 1 Dec instead of 09:00 to 10:00"),
    (DroppedOrder("w", after: "v"), "w no longer after v"),
    (ShorterSeriesGap("g", by: 1), "a gap of 1 day in series g instead of 2"),
    (ShorterSeriesGap("g", by: 2), "the gap of series g dropped, two visits on one day allowed"),
    (FreerSeriesStaff("g"), "other people allowed in series g"),
    (LiftedForbidding("v", "p2"), "Person p2 allowed at v"),
    (LiftedPin("v"), "v no longer pinned"),
    (AddedSkills("p2", ["lead", "coach"]), "the skill 'coach' and 'lead' for Person p2"),
  ]

  @Test(arguments: table.indices) func aChangeSaysWhatToDo(_ row: Int) throws {
    let (change, words) = Self.table[row]
    #expect(change.words(in: try Self.problem()) == words)
  }

  /// A change may only loosen; the rota of the unchanged problem stays sound.
  @Test(arguments: table.indices) func aRotaThatKeptTheRulesKeepsThemAfterTheChange(_ row: Int) throws {
    let problem = try Self.problem()
    let placed = [Small.at("v", day: 1, 540), Small.at("x", 560), Small.at("w", day: 2, 540)]
    let answer = Small.answer(problem, placed, breaks: problem.breaks(for: placed))
    #expect(RotaReferee.check(answer, of: problem).breaches == [])
    let changed = try Self.table[row].0.applied(to: problem)
    #expect(changed != problem)
    #expect(RotaReferee.check(answer, of: changed).breaches == [])
  }

  @Test func everyKindStandsInTheTableButTheHalfDay() {
    #expect(Set(Self.table.map(\.0.kind)) == Set(ProblemChangeKind.allCases).subtracting([.halfDay]))
  }

  @Test func whatIsChangedIsThatAndNothingElse() throws {
    let problem = try Self.problem()
    func changed(_ change: some ProblemChange) throws -> RotaProblem { try change.applied(to: problem) }
    #expect(try changed(LongerShift("p1", day: 1, .later, by: 25)).staff[0].shifts[1].end == 1_015)
    #expect(try changed(LongerShift("p1", day: 1, .earlier, by: 10)).staff[0].shifts[1].start == 500)
    #expect(try changed(LongerShift("p1", day: 1, .later, by: 25)).staff[0].shifts[0].end == 990)
    #expect(try changed(NewShift("p2", Self.newShift)).staff[1].shifts == Small.shifts([0]) + [Self.newShift])
    #expect(try changed(MoreContactMinutes("p1", by: 15)).staff[0].contactMinutes == 215)
    #expect(try changed(MoreWeekMinutes("p1", by: 30)).staff[0].weekMinutes == 1_030)
    #expect(try changed(AnotherRoom(at: "s1")).places.map(\.rooms) == [99, 2, 1])
    #expect(try changed(WiderBreakHours("p1", .earlier, by: 15)).staff[0].rest?.earliest == 675)
    #expect(try changed(WiderWindow("v", Self.window, later: 5)).visits[0].windows[0].end == 605)
    #expect(try changed(DroppedOrder("w", after: "v")).visits[1].after == [.init(visit: "x")])
    #expect(try changed(ShorterSeriesGap("g", by: 2)).series[0].gapDays == 0)
    #expect(try changed(FreerSeriesStaff("g")).series[0].sameStaff == .prefer)
    #expect(try changed(LiftedForbidding("v", "p2")).visits[0].forbidStaff == [])
    #expect(try changed(LiftedPin("v")).visits[0].pin == nil)
    #expect(try changed(AddedSkills("p2", ["lead"])).staff[1].skills == ["screen", "lead"])
  }

  @Test(
    arguments: [
      LongerShift("ghost", day: 0, .later, by: 5), LongerShift("p2", day: 1, .later, by: 5),
      LongerShift("p1", day: 0, .later, by: 600), AnotherRoom(at: "ghost"), ShorterSeriesGap("ghost", by: 1),
      WiderWindow("v", RotaProblem.Window(day: 0, start: 1, end: 2), later: 5), LiftedPin("ghost"),
      NewShift("p1", newShift),
    ] as [any ProblemChange])
  func aChangeThatTheProblemCannotHoldIsAFault(_ change: any ProblemChange) throws {
    let problem = try Self.problem()
    let fault = #expect(throws: Fault.self) { try change.applied(to: problem) }
    #expect(fault?.code == .rotaProblemInvalid)
  }

  @Test func minutesOfPeopleComeBeforeRoomsAndRoomsBeforeRules() {
    let inOrder: [any ProblemChange] = [
      LongerShift("p1", day: 0, .later, by: 10), MoreContactMinutes("p1", by: 10), MoreWeekMinutes("p1", by: 15),
      NewShift("p2", Self.newShift), AnotherRoom(at: "s1"), WiderBreakHours("p1", .later, by: 60),
      WiderWindow("v", Self.window, later: 5), WiderWindow("v", Self.window, later: 10), DroppedOrder("w", after: "v"),
      ShorterSeriesGap("g", by: 1), ShorterSeriesGap("g", by: 2), FreerSeriesStaff("g"), LiftedForbidding("v", "p2"),
      LiftedPin("v"), AddedSkills("p1", ["a"]), AddedSkills("p1", ["a", "b"]),
    ]
    for (place, smaller) in inOrder.enumerated() {
      for larger in inOrder.dropFirst(place + 1) {
        #expect(smaller.isSmaller(than: larger) && !larger.isSmaller(than: smaller))
      }
    }
  }
}
