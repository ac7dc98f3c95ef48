// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

/// What a week asks for once earlier weeks count.
@Suite struct CatchUpDemandTests {
  typealias Samples = DemandSamples

  private func demand(
    held: Int, last: String? = nil, week: String = "2026-W49", since: String = "2026-W46",
    _ set: (inout CarryOver) -> Void = { $0.catchUp.sessionsAWeek = 1 }
  ) throws -> DerivedDemand {
    let progress = DemandInputs.Progress(
      series: "g", programme: "early", started: try Samples.week(since), sessionsHeld: held,
      lastSession: last.flatMap { CivilDate($0) })
    var inputs = try Samples.inputs(try Samples.children(3, "targeted", progress: progress), week: week)
    set(&inputs.carryOver)
    return try DerivedDemand(from: inputs)
  }

  @Test(arguments: [(6, 0, 2), (5, 1, 3), (5, 0, 2), (2, 3, 3), (2, 1, 3)])
  func owedSessionsAreAskedForUpToTheLimitAndTheDays(_ held: Int, _ limit: Int, _ asked: Int) throws {
    let demand = try self.demand(held: held) { $0.catchUp.sessionsAWeek = limit }
    #expect(demand.visits.count == asked, "a gap of 2 days leaves room for 3 a week")
    #expect(Set(demand.visits.map(\.id)).count == asked)
  }

  @Test func anOwedSessionSaysHowLongItHasWaitedAndCostsMore() throws {
    let demand = try self.demand(held: 3) {
      $0.catchUp.sessionsAWeek = 1
      $0.catchUp.raiseAWeek = 20
      $0.catchUp.mostRaised = 30
    }
    // 25 for a course that has begun, 3 × 10 for those missed; then 2, 1 and 1 weeks of waiting.
    #expect(demand.visits.map(\.weight) == [400 * 185 / 100, 400 * 175 / 100, 400 * 175 / 100])
    #expect(
      demand.visits.map(\.reason) == [
        "Early group, targeted, week 4 of 9, missed 3, owed for 2 weeks",
        "Early group, targeted, week 4 of 9, missed 3, owed for 1 week",
        "Early group, targeted, week 4 of 9, missed 3, owed for 1 week",
      ])
  }

  /// The last planned week with five sessions left and one week over: all five are needed for the end, two lest one
  /// be lost, and three fit into the week.
  @Test func thePriceRisesForSessionsWithoutWhichTheCourseMissesItsEnd() throws {
    let demand = try self.demand(held: 13, week: "2027-W03") {
      $0.catchUp.sessionsAWeek = 1
      $0.catchUp.weeksOver = 1
      $0.catchUp.endAtRisk = 30
      $0.catchUp.sessionLost = 100
    }
    // 25 + 15 for the last weeks + 3 × 10 missed = 70; 30 for the end, 100 more for the first two.
    #expect(demand.visits.map(\.weight) == [400 * 300 / 100, 400 * 300 / 100, 400 * 200 / 100])
  }

  @Test func aCourseThatHasClosedIsToldAndAsksForNothing() throws {
    let demand = try self.demand(held: 16, week: "2027-W05") { $0.catchUp.weeksOver = 1 }
    #expect(demand.groups.isEmpty && demand.visits.allSatisfy { $0.kind == "rescreen" })
    #expect(Set(demand.notPlaced.map(\.reason)) == [.courseClosed])
    #expect(
      demand.notPlaced.first?.because
        == "Early group: 16 of 18 sessions held; the course was open until 2027-W04")
    #expect(demand.notPlaced.first?.suggestion?.isEmpty == false)
  }

  /// Friday 2026-11-27, a gap of 2: not on Monday 2026-11-30.
  @Test func theFirstDaysAreCutAfterALateLastSession() throws {
    let demand = try self.demand(held: 6, last: "2026-11-27") { $0.gapCounts = .weekdays }
    #expect(demand.visits.count == 2)
    #expect(demand.visits.allSatisfy { $0.windows.first?.date.description == "2026-12-01" })
    let whole = try self.demand(held: 6, last: "2026-11-26") { $0.gapCounts = .weekdays }
    #expect(whole.visits.allSatisfy { $0.windows.first?.date.description == "2026-11-30" })
  }

  @Test func whatNoLongerFitsAfterTheCutIsTold() throws {
    let demand = try self.demand(held: 2, last: "2026-11-27") {
      $0.gapCounts = .weekdays
      $0.catchUp.sessionsAWeek = 1
    }
    #expect(demand.visits.count == 2, "Tuesday and Thursday")
    #expect(
      demand.notes.map(\.text) == [
        "Early group: 2 of 3 sessions fit into the days on which the setting is open, as far from the last session as "
          + "they must be"
      ])
  }
}
