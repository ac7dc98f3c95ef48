// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import SchedulingSolver
import Storage
import Testing
import Vocabulary

/// Wrenmoor from 2026-W50 on: two weeks of school, two of Christmas, and the new year.
@Suite struct PlanWeeksTests {
  private let first = SchoolWeek(containing: day(2026, 12, 7))
  private var second: SchoolWeek { self.first.adding(weeks: 1) }
  private var third: SchoolWeek { self.first.adding(weeks: 4) }

  private func plan(
    _ service: Service, weeks: Int = 3, from first: SchoolWeek? = nil, as role: Role = .manager
  ) async throws -> PlanWeeks.Output {
    try await service.run(
      PlanWeeks.self,
      .init(first: first ?? self.first, weeks: weeks, options: SolverOptions(iterations: 200)), as: role)
  }

  private func placed(_ week: PlannedWeek) -> [VisitID] { week.rota?.answer.assignments.map(\.visit) ?? [] }

  @Test func aHolidayIsPassedOverAndTheCourseGoesOn() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let done = try await self.plan(service)
    #expect(done.weeks.map(\.week) == (0...4).map { self.first.adding(weeks: $0) })
    let holidays = done.weeks.compactMap { week -> String? in
      if case .holiday(let because) = week.state { because } else { nil }
    }
    #expect(holidays == ["school holiday", "school holiday"])
    for (index, number) in [(0, 1), (1, 2), (4, 3)] {
      guard case .planned(let rota, let demand) = done.weeks[index].state else {
        Issue.record("\(done.weeks[index].week) is planned")
        continue
      }
      let group = try #require(demand.demand.groups.first { $0.tier == "targeted" })
      #expect(group.weekNumber == number && group.sessionsHeld == 3 * (number - 1) && group.missed == 0)
      #expect(RotaReferee.check(rota.rota.answer, of: rota.rota.problem).isFeasible)
      #expect(done.weeks[index].owed?.lines.isEmpty == true)
    }
    #expect(done.takenAsHeld == 0)
  }

  @Test func everyWeekIsKeptAsADraftWithItsDemand() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let done = try await self.plan(service)
    for week in [self.first, self.second, self.third] {
      let kept = try await service.run(GetRota.self, .init(week: week))
      #expect(kept.record.status == .draft)
      #expect(kept.record.id == done.weeks.first { $0.week == week }?.rota?.record.id)
      #expect(try await !service.demand(week).isEmpty)
    }
    let kinds = try await service.demand(self.second).map(\.kind)
    #expect(!kinds.contains("assess"), "the draft before holds the assessment")
    #expect(!kinds.contains("screen"), "and the screening")
  }

  @Test func theGroupIsSeenByTheSamePersonThroughout() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let done = try await self.plan(service)
    let group = try #require(done.planned.seen.first { $0.key.rawValue.contains("group") })
    #expect(group.value.faces == 1 && group.value.held == 9)
    #expect(done.planned.loads.values.reduce(0) { $0 + $1.driveMinutes } > 0)
    #expect(done.whole == done.planned, "nothing was published before")
  }

  @Test func theSameRoundsGiveTheSameWeeks() async throws {
    let one = try await self.plan(try await Service.ofConfirmedWrenmoor())
    let two = try await self.plan(try await Service.ofConfirmedWrenmoor())
    #expect(one.weeks.map { $0.rota?.answer } == two.weeks.map { $0.rota?.answer })
    #expect(one.planned == two.planned)
  }

  @Test func planningAgainReplacesWhatWasDerivedAheadAndKeepsWhatTheManagerAsked() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let asked = try await service.run(
      AddDemand.self,
      .init(
        week: self.second, setting: Wrenmoor.school, kind: "coach", minutes: 60, slots: ["group"], reason: "asked for"))
    _ = try await self.plan(service)
    let before = try await service.demand(self.second)
    let again = try await self.plan(service)
    #expect(try await service.demand(self.second) == before)
    #expect(before.contains { $0.id == asked.id })
    guard case .planned(_, let demand) = again.weeks[1].state else { throw Unplanned() }
    #expect(demand.report.added == 0 && demand.report.changed == 0 && demand.cancelled == 0)
  }

  private struct Unplanned: Error {}

  /// What was derived ahead is what derives when its time has come and all went as planned.
  @Test func derivingAWeekInItsTimeGivesWhatWasDerivedAhead() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let done = try await self.plan(service)
    try await service.publish(self.first)
    try await service.holdAll(of: try #require(done.weeks[0].rota))
    // The child of the screening visit has a result now, as the plan assumed.
    try await service.record([ScreeningDraft("c7", Sheet.green, on: day(2026, 12, 8))])
    let second = try await service.derive(self.second)
    #expect(second.report.added == 0 && second.report.changed == 0 && second.cancelled == 0)
    #expect(second.report.unchanged == second.demand.visits.count && second.report.unchanged > 0)
  }

  @Test func aMissedSessionIsAskedForAgainAndShownAsOwed() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let done = try await self.plan(service, weeks: 1)
    let rota = try #require(done.weeks[0].rota)
    try await service.publish(self.first)
    try await service.holdAll(of: rota)
    let group = try #require(try await service.demand(self.first).first { $0.kind == "group" })
    let missed = RecordVisitsDone.Word(visit: group.id, outcome: .missed)
    try await service.run(RecordVisitsDone.self, .init(words: [missed]), as: .practitioner)
    let owed = try await service.run(ShowOwed.self, .init(week: self.first), as: .practitioner).owed
    let line = try #require(owed.lines.first)
    #expect(owed.lines.count == 1 && line.series == group.series && line.sessions == 1)
    #expect(line.leftOut == [group.id] && line.price > 400 && line.holdBy != nil && line.isAskedAgain)
    let next = try await service.derive(self.second)
    let again = next.demand.visits.filter { $0.series == group.series }
    #expect(again.count == 4, "three of the week and the one that is owed")
    #expect(again.map(\.weight).max() == line.price, "it costs what it was priced at")
  }

  /// Nobody can lead a group in the first week: all of it is owed, and caught up one a week.
  @Test func whatADraftLeavesOutIsOwedToTheNext() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    for person in ["P1", "P2"] {
      let away = RecordAbsences.Absence(
        staff: StaffID(person), from: self.first.monday, to: self.first.day(3), kind: "leave")
      try await service.run(RecordAbsences.self, .init(absences: [away], apply: true))
    }
    let done = try await self.plan(service)
    let owed = done.weeks.compactMap { $0.owed?.lines.first { $0.series?.rawValue.contains("group") == true } }
    #expect(owed.map(\.sessions) == [2, 1], "one on the Friday, then one more than a week's own each week")
    #expect(owed.map(\.since) == [self.first, self.second], "the oldest is settled first")
    #expect(owed.allSatisfy { $0.price > 0 && $0.isAskedAgain })
    #expect(done.weeks.last?.owed?.lines.isEmpty == true)
  }

  @Test func aPublishedWeekIsTakenAsItStands() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive(self.first)
    let held = try await service.plan(self.first).rota
    try await service.publish(self.first)
    let done = try await self.plan(service, weeks: 2)
    guard case .published(let rota) = done.weeks[0].state else { throw Unplanned() }
    #expect(rota.record.id == held.record.id)
    #expect(try await service.run(GetRota.self, .init(week: self.first)).record.id == held.record.id)
    guard case .planned(_, let demand) = done.weeks[1].state else { throw Unplanned() }
    #expect(demand.demand.groups.first { $0.tier == "targeted" }?.sessionsHeld == 3, "taken as held without a word")
  }

  @Test func earlierVisitsWithoutAWordAreTakenAsHeldAndCounted() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let rota = try await service.plan().rota
    try await service.publish()
    let done = try await self.plan(service, weeks: 1)
    #expect(done.takenAsHeld == rota.answer.assignments.count)
    #expect(
      try await service.derive(self.first, apply: false).demand.groups.allSatisfy { $0.sessionsHeld == 0 },
      "deriving by itself counts what was said to be held")
  }

  @Test(arguments: [0, 27, -1])
  func anImpossibleNumberOfWeeksIsRefused(_ weeks: Int) async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let input = PlanWeeks.Input(first: self.first, weeks: weeks, options: SolverOptions(iterations: 1))
    #expect(try await service.refusal(PlanWeeks.self, input) == .notValid)
  }

  @Test func aCalendarWithoutSchoolFromThereOnIsTold() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let late = SchoolWeek(containing: day(2027, 8, 2))
    let input = PlanWeeks.Input(first: late, weeks: 2, options: SolverOptions(iterations: 1))
    #expect(try await service.refusal(PlanWeeks.self, input) == .notFound)
    let end = SchoolWeek(containing: day(2027, 3, 22))
    #expect(try await self.plan(service, weeks: 3, from: end).weeks.count == 1, "the calendar ends there")
  }

  @Test(arguments: [Role.practitioner, .therapist, .planLead, .auditor])
  func onlyThoseWhoPlanMayAsk(_ role: Role) async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let input = PlanWeeks.Input(first: self.first, weeks: 1, options: SolverOptions(iterations: 1))
    #expect(try await service.refusal(PlanWeeks.self, input, as: role) == .accessRefused)
  }
}
