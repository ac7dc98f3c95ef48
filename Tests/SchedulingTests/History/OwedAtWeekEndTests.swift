// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct OwedAtWeekEndTests {
  typealias Samples = DemandSamples

  private func owed(
    _ week: String, held: Int, now: Int, leftOut: [VisitID] = [], singles: [OwedAtWeekEnd.Single] = [],
    rules: CarryOver.CatchUp = CourseStandingTests.rules()
  ) throws -> OwedAtWeekEnd {
    let standing = try CourseStandingTests.standing(since: "2026-W46", in: week, held: held, rules: rules)
    return OwedAtWeekEnd(
      of: try Samples.week(week),
      courses: [.init(standing, held: now, leftOut: leftOut, weekdays: Set(1...5))], singles: singles,
      calendar: try Samples.calendar(), priority: DemandPriority())
  }

  @Test func aWeekThatHeldEverythingLeavesNothing() throws {
    let owed = try self.owed("2026-W49", held: 6, now: 2)
    #expect(owed.lines.isEmpty && owed.price == 0 && owed.sessions == 0)
  }

  /// The price is what the session weighs next week: 25 % for a running course and 10 % for each one missed, with
  /// 20 % for every week it has waited.
  @Test func whatWasNotHeldIsOwedAtTheWeightItWillHave() throws {
    var rules = CourseStandingTests.rules()
    rules.raiseAWeek = 20
    rules.mostRaised = 100
    let owed = try self.owed("2026-W49", held: 5, now: 1, leftOut: ["b", "a"], rules: rules)
    let line = try #require(owed.lines.first)
    #expect(line.sessions == 2 && line.leftOut == ["a", "b"] && line.isAskedAgain)
    #expect(line.since == (try Samples.week("2026-W49")), "sessions 7 and 8 were due in the fourth week")
    #expect(line.price == 2 * (400 * (100 + 25 + 20 + 20) / 100))
    #expect(line.holdBy == (try Samples.date("2027-01-29")))
    #expect(owed.price == line.price && owed.sessions == 2 && owed.pastEnd == 0)
  }

  @Test func whatTheClosedCourseNeverHeldIsPastItsEndAndCostsNothingMore() throws {
    let owed = try self.owed("2027-W04", held: 15, now: 1)
    #expect(owed.lines.map(\.sessions) == [2])
    #expect(owed.lines.allSatisfy { $0.isPastEnd && !$0.isAskedAgain })
    #expect(owed.sessions == 0 && owed.price == 0 && owed.pastEnd == 2)
  }

  @Test func otherVisitsAreOwedAtTheirOwnWeight() throws {
    let singles = [
      OwedAtWeekEnd.Single("s", at: Samples.elm, kind: "screen", weight: 300, holdBy: nil, isAskedAgain: true),
      OwedAtWeekEnd.Single("c", at: Samples.elm, kind: "coach", weight: 900, holdBy: nil, isAskedAgain: false),
    ]
    let owed = try self.owed("2026-W49", held: 5, now: 2, singles: singles)
    #expect(owed.lines.map(\.title) == ["coach", "Early group", "screen"], "the dearest first")
    #expect(owed.sessions == 3 && owed.lines.allSatisfy { !$0.isPastEnd })
  }
}
