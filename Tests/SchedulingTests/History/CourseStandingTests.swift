// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// The early programme of the samples: two sessions a week for nine weeks, eighteen in all.
@Suite struct CourseStandingTests {
  typealias Samples = DemandSamples

  static func rules(_ sessions: Int = 1, over: Int? = 1) -> CarryOver.CatchUp {
    var rules = CarryOver.CatchUp()
    rules.sessionsAWeek = sessions
    rules.weeksOver = over
    return rules
  }

  static func standing(
    since started: String, in week: String, held: Int, rules: CarryOver.CatchUp = rules(),
    calendar: SchoolCalendar? = nil
  ) throws -> CourseStanding {
    CourseStanding(
      "g", at: Samples.oak, PathwaySamples.early, started: try Samples.week(started), held: held,
      in: try Samples.week(week), calendar: try calendar ?? Samples.calendar(), weekdays: Set(1...5), rules: rules)
  }

  @Test(
    arguments: [
      // Nothing is owed in the first week, nor while all that was due was held.
      ("2026-W46", 0, 0, 2), ("2026-W49", 6, 0, 2),
      // One catch-up session a week, however many are owed.
      ("2026-W49", 5, 1, 3), ("2026-W49", 2, 4, 3),
      // No more than are left.
      ("2026-W49", 17, 0, 1), ("2026-W49", 18, 0, 0), ("2026-W49", 99, 0, 0),
    ] as [(String, Int, Int, Int)])
  func whatWasDueAndNotHeldIsOwed(_ week: String, _ held: Int, _ owed: Int, _ wanted: Int) throws {
    let standing = try Self.standing(since: "2026-W46", in: week, held: held)
    #expect(standing.owed == owed && standing.wanted == wanted)
    #expect(standing.held + standing.left == 18)
  }

  /// Nine school weeks from W46 to W51 and from 2027-W01 on: two weeks of Christmas move the end.
  @Test func theEndMovesWithTheHolidays() throws {
    let standing = try Self.standing(since: "2026-W46", in: "2026-W49", held: 6)
    #expect(standing.ends == (try Samples.week("2027-W03")))
    #expect(standing.closes == (try Samples.week("2027-W04")))
    #expect(standing.weekNumber == 4)
    let after = try Self.standing(since: "2026-W46", in: "2027-W01", held: 12)
    #expect(after.weekNumber == 7 && after.owed == 0)
  }

  @Test func aClosedWeekAtTheSettingMovesTheEndToo() throws {
    let closure = SchoolCalendar.Closure(
      setting: Samples.oak, days: try Samples.date("2026-12-07")...(try Samples.date("2026-12-11")), reason: "flood")
    let standing = try Self.standing(
      since: "2026-W46", in: "2026-W49", held: 6, calendar: try Samples.calendar(closures: [closure]))
    #expect(standing.ends == (try Samples.week("2027-W04")))
  }

  @Test func anEndBeyondTheCalendarIsNotKnown() throws {
    let standing = try Self.standing(since: "2027-W08", in: "2027-W08", held: 0)
    #expect(standing.ends == nil && standing.closes == nil)
    #expect(standing.neededForEnd == 0 && standing.neededAtAll == 0 && !standing.isClosed)
  }

  /// Week 4, three held of six due: sessions 4, 5 and 6 are owed, from course weeks 2, 3 and 3.
  @Test func theOldestOwedSessionIsSettledFirst() throws {
    let standing = try Self.standing(since: "2026-W46", in: "2026-W49", held: 3)
    #expect((1...5).map(standing.weeksOwed) == [2, 1, 1, 0, 0])
  }

  @Test(
    arguments: [
      // Week 8 of 9 with one catch-up session: week 9 holds three, the week over three more.
      ("2027-W02", 14, 1, 0), ("2027-W02", 15, 0, 0), ("2027-W02", 12, 3, 0), ("2027-W02", 9, 6, 3),
      // The last planned week, then the week over: what is left must be held now.
      ("2027-W03", 16, 2, 0), ("2027-W03", 13, 5, 2), ("2027-W04", 16, 2, 2),
    ] as [(String, Int, Int, Int)])
  func whatLaterWeeksCannotHoldIsNeededNow(_ week: String, _ held: Int, _ end: Int, _ all: Int) throws {
    let standing = try Self.standing(since: "2026-W46", in: week, held: held)
    #expect(standing.neededForEnd == end, "\(standing.left) left")
    #expect(standing.neededAtAll == all)
  }

  @Test(
    arguments: [
      ("2027-W04", 16, 1, false), ("2027-W05", 16, 1, true), ("2027-W05", 18, 1, false), ("2027-W05", 16, nil, false),
    ] as [(String, Int, Int?, Bool)])
  func aCourseClosesSomeWeeksAfterItsEnd(_ week: String, _ held: Int, _ over: Int?, _ closed: Bool) throws {
    let standing = try Self.standing(since: "2026-W46", in: week, held: held, rules: Self.rules(over: over))
    #expect(standing.isClosed == closed)
  }
}
