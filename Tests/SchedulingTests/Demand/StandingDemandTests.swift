// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct StandingDemandTests {
  typealias Samples = DemandSamples

  private func wish(
    minutes: Int = 60,
    every: Int = 1,
    times: String? = nil,
    inset: Bool = false,
    at setting: SettingID = Samples.elm,
    slots: [Set<String>] = [["group"]]
  ) throws -> DemandInputs.StandingVisit {
    DemandInputs.StandingVisit(
      id: "coach-1",
      setting: setting,
      kind: "coach",
      title: "Coaching",
      minutes: minutes,
      slots: slots,
      weight: 150,
      weeks: try Samples.week("2026-W48")...(try Samples.week("2026-W51")),
      everyWeeks: every,
      times: times.flatMap { WeekTimes($0) },
      allowsINSETDays: inset,
      preferStaff: [StaffID("p2")]
    )
  }

  private func derive(_ wish: DemandInputs.StandingVisit, week: String = "2026-W49") throws -> DerivedDemand {
    let inset = SchoolCalendar.InsetDay(date: try Samples.date("2026-12-04"))
    return try DerivedDemand(
      from: try Samples.inputs(
        week: week,
        calendar: try Samples.calendar(insetDays: [inset]),
        standing: [wish]
      )
    )
  }

  @Test func aWishIsAVisitInSessionTimes() throws {
    let demand = try derive(try wish())
    let visit = try #require(demand.visits.first)
    #expect(visit.id == VisitID("2026-W49.coach-1"))
    #expect(visit.windows.count == 8)
    #expect(visit.reason == "Coaching, asked for by the manager")
    #expect(visit.preferStaff == [StaffID("p2")])
    #expect(visit.children.isEmpty)
  }

  @Test(arguments: [("2026-W47", 0), ("2026-W48", 1), ("2026-W49", 0), ("2026-W50", 1), ("2026-W52", 0)])
  func everyOtherWeekCountsFromTheFirst(_ week: String, _ count: Int) throws {
    #expect(try derive(try wish(every: 2), week: week).visits.count == count)
  }

  @Test func trainingMayLieAfterSchoolAndOnAnINSETDay() throws {
    let after = try derive(try wish(times: "Mon,Fri 15:30-17:00"))
    #expect(after.visits.flatMap(\.windows).map(\.text) == ["2026-11-30 15:30-17:00"])
    let inset = try derive(try wish(times: "Mon,Fri 15:30-17:00", inset: true))
    #expect(
      inset.visits.flatMap(\.windows).map(\.text) == ["2026-11-30 15:30-17:00", "2026-12-04 15:30-17:00"]
    )
    #expect(inset.visits.first?.allowsINSETDays == true)
  }

  @Test func aWishThatCannotBeIsTold() throws {
    #expect(try derive(try wish(minutes: 200)).notPlaced.map(\.reason) == [.noSessionLongEnough])
    #expect(try derive(try wish(times: "Sat 09:00-12:00")).notPlaced.map(\.reason) == [.settingClosed])
    #expect(try derive(try wish(slots: [["singing"]])).notPlaced.map(\.reason) == [.noOneWithSkill])
    #expect(try derive(try wish(at: SettingID("9"))).notPlaced.map(\.subject) == [.standing("coach-1")])
  }
}
