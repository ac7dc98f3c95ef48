// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// One small rota for every obstacle, in the order in which they are tried.
@Suite struct ObstacleTests {
  static let morning = [RotaProblem.Window(day: 0, start: 540, end: 660)]

  /// The obstacle of `p1` on day 0 for visit `v`, the other assignments being given.
  static func obstacle(
    _ visit: RotaProblem.Visit,
    _ others: [RotaProblem.Visit] = [],
    staff: RotaProblem.Staff? = nil,
    series: [RotaProblem.Series] = [],
    rooms: Int = 1,
    _ assignments: [RotaAnswer.Assignment] = []
  ) throws -> Obstacle? {
    let people = [staff ?? Small.person("p1"), Small.person("p2")]
    let problem = try Small.problem([visit] + others, staff: people, series: series, rooms: rooms)
    let answer = Small.answer(problem, assignments, breaks: problem.breaks(for: assignments))
    #expect(RotaReferee.check(answer, of: problem).breaches == [])
    let candidates = try RotaExplainer(answer, of: problem).candidates(for: visit.id)
    return candidates.first { $0.staff == ["p1"] && $0.day == 0 }?.obstacle
  }

  @Test func noShift() throws {
    let found = try Self.obstacle(Small.visit("v"), staff: Small.person("p1", shifts: Small.shifts([1])))
    #expect(found == Obstacle(.noShift, "has no shift"))
  }

  @Test func skill() throws {
    let found = try Self.obstacle(Small.visit("v", slots: [["group", "screen"]]))
    #expect(found == Obstacle(.skill, "lacks the skill 'group'"))
  }

  @Test func forbidden() throws {
    #expect(try Self.obstacle(Small.visit("v", forbid: ["p1"]))?.kind == .forbidden)
  }

  @Test(arguments: [RotaProblem.Pin(staff: ["p2"]), RotaProblem.Pin(day: 1), RotaProblem.Pin(start: 300)])
  func pin(_ pin: RotaProblem.Pin) throws {
    #expect(try Self.obstacle(Small.visit("v", pin: pin))?.kind == .pin)
  }

  @Test func window() throws {
    let later = [RotaProblem.Window(day: 1, start: 540, end: 600)]
    #expect(try Self.obstacle(Small.visit("v", windows: later))?.kind == .window)
    let short = Small.person("p1", shifts: Small.shifts(from: 510, to: 565))
    let found = try Self.obstacle(Small.visit("v", windows: Self.morning), staff: short)
    let words = "the shift, 08:30 to 09:25, does not hold 30 minutes of 09:00 to 11:00"
    #expect(found == Obstacle(.window, words))
  }

  @Test func contactMinutes() throws {
    let person = Small.person("p1", contact: 50)
    let found = try Self.obstacle(
      Small.visit("v"),
      [Small.visit("w")],
      staff: person,
      [Small.at("w", 540)]
    )
    #expect(found == Obstacle(.contactMinutes, "has 60 visit minutes with it; the day's limit is 50", short: 10))
  }

  @Test func weekMinutes() throws {
    let person = Small.person("p1", week: 100)
    let found = try Self.obstacle(
      Small.visit("v"),
      [Small.visit("w")],
      staff: person,
      [Small.at("w", day: 2, 540)]
    )
    #expect(found == Obstacle(.weekMinutes, "works 110 minutes in the week with it; the limit is 100", short: 10))
  }

  @Test func seriesGap() throws {
    let found = try Self.obstacle(
      Small.visit("v", series: "g"),
      [Small.visit("w", series: "g")],
      series: [RotaProblem.Series(id: "g", gapDays: 2)],
      [Small.at("w", ["p2"], day: 1, 540)]
    )
    let words = "w of the same series is on Tue 1 Dec; the days must be 2 apart"
    #expect(found == Obstacle(.seriesGap, words))
  }

  @Test func seriesStaff() throws {
    let found = try Self.obstacle(
      Small.visit("v", series: "g"),
      [Small.visit("w", series: "g")],
      series: [RotaProblem.Series(id: "g", sameStaff: .require)],
      [Small.at("w", ["p2"], day: 1, 540)]
    )
    #expect(found == Obstacle(.seriesStaff, "the series must stay with Person p2"))
  }

  @Test func after() throws {
    let visit = Small.visit("v", windows: Self.morning, after: [RotaProblem.Precedence(visit: "w")])
    let leftOut = try Self.obstacle(visit, [Small.visit("w")])
    #expect(leftOut == Obstacle(.after, "w, which must come first, is left out"))
    let late = try Self.obstacle(visit, [Small.visit("w")], [Small.at("w", ["p2"], day: 1, 540)])
    #expect(late == Obstacle(.after, "w, which must come first, is on Tue 1 Dec, 09:00 to 09:30"))
  }

  @Test func afterFromTheOtherSide() throws {
    // `w` comes after `v`; with `v` moved away from day 0 it may not land behind `w`.
    let visits = [
      Small.visit("v", windows: Self.morning + [RotaProblem.Window(day: 1, start: 540, end: 660)]),
      Small.visit("w", after: [RotaProblem.Precedence(visit: "v")]),
    ]
    let problem = try Small.problem(visits)
    let answer = Small.answer(problem, [Small.at("v", 540), Small.at("w", ["p2"], 600)])
    let candidates = try RotaExplainer(answer, of: problem).candidates(for: "v")
    let found = candidates.filter { $0.staff == ["p1"] }.map(\.obstacle?.kind)
    #expect(found == [nil, .after, .window, .window, .window])
  }

  @Test func rooms() throws {
    let found = try Self.obstacle(
      Small.visit("v", windows: Self.morning),
      [Small.visit("w", minutes: 100)],
      [Small.at("w", ["p2"], 540)]
    )
    #expect(found == Obstacle(.rooms, "First nursery has its one room taken at every time that is left"))
  }

  @Test func gap() throws {
    let found = try Self.obstacle(
      Small.visit("v", windows: Self.morning),
      [Small.visit("w", at: "s2", minutes: 55)],
      [Small.at("w", 560)]
    )
    // Free at 10:15, there at 10:26: the next start on the grid ends at 11:00.
    #expect(found == nil)
    let blocked = try Self.obstacle(
      Small.visit("v", windows: Self.morning),
      [Small.visit("w", at: "s2", minutes: 60)],
      [Small.at("w", 560)]
    )
    let words = "needs 30 free minutes in 09:00 to 11:00 besides travel; the longest free stretch is 29"
    #expect(blocked == Obstacle(.gap, words, short: 1))
  }

  @Test func rest() throws {
    let rest = RotaProblem.Break(minutes: 30, earliest: 720, latest: 750, shiftOver: 360)
    let noon = [RotaProblem.Window(day: 0, start: 710, end: 760)]
    let found = try Self.obstacle(Small.visit("v", windows: noon), staff: Small.person("p1", rest: rest))
    #expect(found == Obstacle(.rest, "the 30-minute break, due in 12:00 to 12:30, no longer fits"))
  }

  @Test func together() throws {
    let joint = Small.visit("v", slots: [[], []], windows: Self.morning)
    let visits = [joint, Small.visit("w", minutes: 60), Small.visit("x", at: "s2", minutes: 70)]
    let problem = try Small.problem(visits, rooms: 3)
    let answer = Small.answer(problem, [Small.at("w", 600), Small.at("x", ["p2"], 540)])
    let candidates = try RotaExplainer(answer, of: problem).candidates(for: "v")
    let found = candidates.filter { $0.day == 0 }
    #expect(found.map(\.staff) == [["p1", "p2"], ["p2", "p1"]])
    #expect(found.map(\.obstacle?.kind) == [.together, .together])
  }

  @Test func aPersonOfAJointVisitIsRuledOutForTheirSlotAlone() throws {
    let people = [Small.person("p1", skills: ["lead"]), Small.person("p2"), Small.person("p3")]
    let joint = Small.visit("v", slots: [["lead"], []], windows: Self.morning)
    let problem = try Small.problem([joint], staff: people)
    let candidates = try RotaExplainer(Small.answer(problem, []), of: problem).candidates(for: "v")
    let monday = candidates.filter { $0.day == 0 }
    #expect(monday.map(\.staff) == [["p2"], ["p3"], ["p1", "p2"], ["p1", "p3"]])
    #expect(monday.map(\.slot) == [0, 0, nil, nil])
    #expect(monday.map { $0.fit?.start } == [nil, nil, 540, 540])
  }
}
