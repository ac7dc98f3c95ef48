// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import SchedulingSolver
import Storage
import Testing
import Vocabulary

/// From what is asked for to the rota that people hold, and what became of its visits.
@Suite struct RotaTests {
  private func planned() async throws -> (service: Service, output: PlanRota.Output) {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    return (service, try await service.plan())
  }

  private func get(
    _ service: Service,
    as role: Role,
    rota: RotaID? = nil,
    onlyPublished: Bool = false
  ) async throws -> KeptRota {
    let input = GetRota.Input(week: Wrenmoor.week, rota: rota, onlyPublished: onlyPublished)
    return try await service.run(GetRota.self, input, as: role)
  }

  @Test func withNothingAskedForThereIsNothingToPlan() async throws {
    let service = try await Service.ofWrenmoor()
    let input = PlanRota.Input(week: Wrenmoor.week, options: SolverOptions(iterations: 1))
    #expect(try await service.refusal(PlanRota.self, input) == .notFound)
  }

  @Test func withoutStaffThereIsNobodyToPlan() async throws {
    let service = try await Service()
    try await service.run(ImportSettings.self, .init(settings: Wrenmoor.settings, apply: true))
    try await service.run(ImportCalendar.self, .init(entries: Wrenmoor.calendar, apply: true))
    try await service.run(AddDemand.self, service.ask())
    let input = PlanRota.Input(week: Wrenmoor.week, options: SolverOptions(iterations: 1))
    #expect(try await service.refusal(PlanRota.self, input) == .notFound)
  }

  @Test func aPlannedRotaIsADraftThatBreaksNoRule() async throws {
    let (service, output) = try await self.planned()
    let kept = try await self.get(service, as: .manager)
    #expect(kept.record.status == .draft && kept.revision == 1)
    #expect(kept.problem == output.rota.problem && kept.answer == output.rota.answer)
    let verdict = RotaReferee.check(kept.answer, of: kept.problem)
    #expect(verdict.isFeasible && verdict.facts.placed == 6)
    #expect(verdict.cost.total == kept.record.cost && kept.answer.cost == kept.record.cost)
    #expect(output.dropped.isEmpty)
  }

  @Test func theSameSeedPlansTheSameRota() async throws {
    let (service, first) = try await self.planned()
    #expect(try await service.plan().rota.answer == first.rota.answer)
    #expect(try await self.get(service, as: .manager).revision == 2)
  }

  @Test func anAbsenceKeepsSomeoneOffTheRota() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let away = RecordAbsences.Absence(
      staff: StaffID("T1"),
      from: Wrenmoor.week.monday,
      to: Wrenmoor.week.day(4),
      kind: "leave"
    )
    try await service.run(RecordAbsences.self, .init(absences: [away], apply: true))
    let rota = try await service.plan().rota
    #expect(rota.answer.assignments.allSatisfy { !$0.staff.contains(StaffID("T1")) })
    #expect(rota.answer.unassigned.count == 2, "the assessment and the therapy")
  }

  @Test func hoursAwayKeepSomeoneOffTheRotaForThoseHours() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let mornings = (0..<5).map { index in
      RecordAbsences.Absence(
        staff: StaffID("T1"),
        from: Wrenmoor.week.day(index),
        to: Wrenmoor.week.day(index),
        start: TimeOfDay("08:30"),
        end: TimeOfDay("13:00"),
        kind: "training"
      )
    }
    try await service.run(RecordAbsences.self, .init(absences: mornings, apply: true))
    let rota = try await service.plan().rota
    let therapists = rota.answer.assignments.filter { $0.staff.contains(StaffID("T1")) }
    #expect(therapists.count == 2)
    #expect(therapists.allSatisfy { $0.start >= 13 * 60 })
  }

  @Test(arguments: [Role.practitioner, .therapist, .worker])
  func aDraftIsSeenOnlyByThoseWhoRunTheWeek(_ role: Role) async throws {
    let (service, output) = try await self.planned()
    for rota in [nil, output.rota.record.id] {
      let input = GetRota.Input(week: Wrenmoor.week, rota: rota)
      #expect(try await service.refusal(GetRota.self, input, as: role) == .notFound)
      let visit = try #require(output.rota.answer.assignments.first?.visit)
      let explain = ExplainVisit.Input(rota: input, visit: visit)
      #expect(try await service.refusal(ExplainVisit.self, explain, as: role) == .notFound)
    }
    try await service.publish()
    try await service.plan(seed: 2)
    #expect(try await self.get(service, as: role).record.id == output.rota.record.id)
    let published = try await self.get(service, as: .manager, onlyPublished: true)
    #expect(published.record.id == output.rota.record.id)
    #expect(try await self.get(service, as: .manager).record.status == .draft)
  }

  @Test func publishingSupersedesTheRotaThatWasHeld() async throws {
    let (service, first) = try await self.planned()
    let published = try await service.publish()
    #expect(published.status == .published && published.publishedBy == "a manager")
    let second = try await service.plan(seed: 2)
    #expect(try await service.publish().id == second.rota.record.id)
    #expect(try await self.get(service, as: .practitioner).record.id == second.rota.record.id)
    let old = try await self.get(service, as: .manager, rota: first.rota.record.id)
    #expect(old.record.status == .superseded)
  }

  @Test func publishingNeedsADraftOfThatWeek() async throws {
    let (service, output) = try await self.planned()
    let named = PublishRota.Input(week: Wrenmoor.week.adding(weeks: 1), rota: output.rota.record.id)
    #expect(try await service.refusal(PublishRota.self, named) == .notFound)
    try await service.publish()
    #expect(try await service.refusal(PublishRota.self, .init(week: Wrenmoor.week)) == .notFound)
    let second = try await service.plan(seed: 2)
    let again = PublishRota.Input(week: Wrenmoor.week, rota: output.rota.record.id)
    #expect(try await service.refusal(PublishRota.self, again) == .notFound, "not the other draft instead")
    #expect(try await self.get(service, as: .practitioner).record.id != second.rota.record.id)
  }

  @Test func aNamedDraftIsPublishedBeforeTheLatest() async throws {
    let (service, first) = try await self.planned()
    try await service.plan(seed: 2)
    #expect(try await service.publish(rota: first.rota.record.id).id == first.rota.record.id)
  }

  @Test func aPlacedVisitAndALeftOutOneAreExplained() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let asked = try await service.run(AddDemand.self, service.ask(slots: ["interpreter"]))
    let odd = try await service.run(AddDemand.self, service.ask(minutes: 37))
    let rota = try await service.plan().rota
    #expect(rota.answer.unassigned.map(\.visit) == [asked.id])
    #expect(rota.answer.unassigned.allSatisfy { !$0.reason.isEmpty })
    for visit in rota.answer.assignments.map(\.visit) + [odd.id] {
      let explained = try await service.run(
        ExplainVisit.self,
        .init(rota: .init(week: Wrenmoor.week), visit: visit)
      )
      guard case .placed(let why) = explained.reasons.explanation else {
        Issue.record("\(visit) is placed")
        continue
      }
      #expect(why.visit == visit && !why.sentences.isEmpty)
    }
    let left = try await service.run(
      ExplainVisit.self,
      .init(rota: .init(week: Wrenmoor.week), visit: asked.id)
    )
    guard case .leftOut(let why) = left.reasons.explanation else {
      Issue.record("nobody has that skill")
      return
    }
    #expect(!why.sentences.isEmpty && why.weight == 200)
    let none = ExplainVisit.Input(rota: .init(week: Wrenmoor.week), visit: VisitID("none"))
    #expect(try await service.refusal(ExplainVisit.self, none) != nil)
  }

  @Test func aVisitIsDoneOnlyOnAPublishedRota() async throws {
    let (service, output) = try await self.planned()
    let visit = try #require(output.rota.answer.assignments.first?.visit)
    let done = RecordVisitsDone.Input(words: [.init(visit: visit, outcome: .done)])
    #expect(try await service.refusal(RecordVisitsDone.self, done) == .notValid)
    try await service.publish()
    #expect(try await service.run(RecordVisitsDone.self, done) == 1)
    let late = try await service.run(AddDemand.self, service.ask())
    let unplanned = RecordVisitsDone.Input(words: [.init(visit: late.id, outcome: .done)])
    #expect(try await service.refusal(RecordVisitsDone.self, unplanned) == .notValid)
    let none = RecordVisitsDone.Input(words: [.init(visit: VisitID("none"), outcome: .missed)])
    #expect(try await service.refusal(RecordVisitsDone.self, none) == .notFound)
  }

  @Test func attendanceIsOfTheGroupUnlessItIsSaidWhoCame() async throws {
    let (service, _) = try await self.planned()
    try await service.publish()
    let groups = try await service.demand().filter { $0.kind == "group" }.map(\.id)
    let words: [RecordVisitsDone.Word] = [
      .init(visit: groups[0], outcome: .done),
      .init(visit: groups[1], outcome: .done, attended: [ChildID("c2")]),
      .init(visit: groups[2], outcome: .missed, attended: [ChildID("c2")]),
    ]
    try await service.run(RecordVisitsDone.self, .init(words: words), as: .practitioner)
    let attended = try await service.practice.store.write(as: service.person(.manager)) { records in
      try Dictionary(
        uniqueKeysWithValues: records.visitsDone(in: Wrenmoor.week).map {
          ($0.visit, try records.attendance(of: $0.id).map(\.rawValue))
        })
    }
    #expect(attended[groups[0]] == ["c1", "c2", "c3", "c4"])
    #expect(attended[groups[1]] == ["c2"])
    #expect(attended[groups[2]] == [], "nobody attends what did not take place")
  }

  @Test func aStrangerInTheAttendanceIsRefusedAndNoWordIsKept() async throws {
    let (service, _) = try await self.planned()
    try await service.publish()
    let groups = try await service.demand().filter { $0.kind == "group" }.map(\.id)
    let words: [RecordVisitsDone.Word] = [
      .init(visit: groups[0], outcome: .done),
      .init(visit: groups[1], outcome: .done, attended: [ChildID("c1"), ChildID("c6")]),
    ]
    #expect(try await service.refusal(RecordVisitsDone.self, .init(words: words)) == .notValid)
    let kept = try await service.practice.store.read(as: service.person(.manager)) {
      try $0.visitsDone(in: Wrenmoor.week)
    }
    #expect(kept.isEmpty)
  }

  @Test(arguments: [("P1", "P2"), ("P2", "P1")])
  func nextWeekPrefersWhoSawTheGroup(_ away: String, _ present: String) async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let absence = RecordAbsences.Absence(
      staff: StaffID(away),
      from: Wrenmoor.week.monday,
      to: Wrenmoor.week.day(4),
      kind: "leave"
    )
    try await service.run(RecordAbsences.self, .init(absences: [absence], apply: true))
    let first = try await service.plan().rota
    try await service.publish()
    try await service.holdAll(of: first)
    let next = Wrenmoor.week.adding(weeks: 1)
    try await service.derive(next)
    let second = try await service.plan(next).rota
    let groups = Set(try await service.demand(next).filter { $0.kind == "group" }.map(\.id))
    let seen = second.answer.assignments.filter { groups.contains($0.visit) }
    #expect(seen.count == 3)
    #expect(seen.allSatisfy { $0.staff == [StaffID(present)] })
  }
}
