// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import SchedulingSolver
import Storage
import Testing
import Vocabulary

/// From the rota that people hold, through what happened, to the rota that they hold afterwards.
@Suite struct RepairTests {
  /// A published rota, one of its people, and the first day on which that person has a visit.
  private struct Held {
    let service: Service
    let rota: KeptRota
    let person: StaffID
    let day: Int

    var absence: Disruption { .absence(self.person, day: self.day, hours: nil) }
    /// Visits that can't stay where they are once the person is away.
    var fallen: Set<VisitID> {
      Set(self.rota.answer.assignments.filter { $0.day == self.day && $0.staff.contains(self.person) }.map(\.visit))
    }
  }

  private func held() async throws -> Held {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let rota = try await service.plan().rota
    try await service.publish()
    let groups = Set(try await service.demand().filter { $0.kind == "group" }.map(\.id))
    let first = try #require(rota.answer.assignments.first { groups.contains($0.visit) })
    return Held(service: service, rota: rota, person: try #require(first.staff.first), day: first.day)
  }

  private func repair(
    _ held: Held, _ disruptions: [Disruption], from moment: RotaProblem.Moment? = nil, as name: String
  ) async throws -> RepairRota.Output {
    try await held.service.run(
      RepairRota.self,
      .init(week: Wrenmoor.week, disruptions: disruptions, from: moment, options: RepairOptions(iterations: 200)),
      named: name)
  }

  @Test func aRepairIsOfferedAcceptedAndPublishedAndSaysWhoAcceptedIt() async throws {
    let held = try await self.held()
    let offered = try await self.repair(held, [held.absence], as: "Mo")
    #expect(offered.held.id == held.rota.record.id)
    #expect(Set(offered.repair.standing.fallen) == held.fallen)
    let families = Set(try #require(offered.calls[0].families).map(\.child.rawValue))
    #expect(families.isSuperset(of: ["c1", "c2", "c3", "c4"]), "a group changes for every child in it")

    let accept = AcceptRepair.Input(week: Wrenmoor.week, number: 1)
    let accepted = try await held.service.run(AcceptRepair.self, accept, named: "Mo")
    let draft = accepted.rota
    #expect(accepted.notKept.isEmpty && draft.record.status == .draft && draft.record.by == "Mo")
    #expect(draft.revision == 2 && draft.answer == offered.repair.alternatives[0].answer)
    let away = draft.answer.assignments.filter { $0.day == held.day && $0.staff.contains(held.person) }
    #expect(away.isEmpty && RotaReferee.check(draft.answer, of: draft.problem).isFeasible)
    let meanwhile = try await held.service.run(GetRota.self, .init(week: Wrenmoor.week), as: .practitioner)
    #expect(meanwhile.record.id == held.rota.record.id, "people hold the old one until the new one is published")

    #expect(try await held.service.publish(rota: draft.record.id).status == .published)
    let now = try await held.service.run(GetRota.self, .init(week: Wrenmoor.week), as: .practitioner)
    #expect(now.record.id == draft.record.id && now.answer == draft.answer)
    let acceptance = try #require(now.acceptance)
    #expect(acceptance.by == "Mo" && acceptance.number == 1 && acceptance.held == held.rota.record.id)
    let date = Wrenmoor.week.day(held.day)
    #expect(acceptance.repair == offered.id && acceptance.disruptions == ["absent \(held.person)@\(date)"])
    let before = try await held.service.run(GetHeldRotas.self, .init(week: Wrenmoor.week))
    #expect(before.superseded?.record.id == held.rota.record.id)
  }

  @Test func theAuditHasWhoRepairedWhoAcceptedAndWhoWasShown() async throws {
    let held = try await self.held()
    let length = try #require(try await held.service.auditLength())
    let offered = try await self.repair(held, [held.absence], as: "Mo")
    let accept = AcceptRepair.Input(week: Wrenmoor.week, number: 1, repair: offered.id)
    let draft = try await held.service.run(AcceptRepair.self, accept, named: "Nia").rota.record
    #expect(try await held.service.auditLength() != nil, "the chain is whole")
    let facts = try await held.service.run(ListAudit.self, .init(after: length), as: .auditor).map(\.fact)
    let shown = try #require(facts.first { $0.action == .view })
    #expect(facts.count { $0.action == .view } == 1, "one trace of everyone shown, not one a visit")
    #expect(shown.actor == "Mo" && shown.kind == "demand_visit_child")
    #expect(Set(shown.subjects) == Set(offered.calls.flatMap { $0.families ?? [] }.map(\.child.rawValue)))
    let offers = facts.filter { $0.kind == "repair_proposal" }
    #expect(offers.count == offered.repair.alternatives.count && offers.allSatisfy { $0.actor == "Mo" })
    for kind in ["rota", "repair_acceptance"] {
      let entry = try #require(facts.first { $0.kind == kind && $0.action == .add }, "\(kind)")
      #expect(entry.actor == "Nia" && entry.entity == draft.id.rawValue)
    }
    #expect(facts.contains { $0.kind == "staff_absence" && $0.actor == "Nia" && $0.action == .add })
  }

  @Test func whatWasAcceptedCountsInTheNextPlan() async throws {
    let held = try await self.held()
    _ = try await self.repair(held, [held.absence], as: "a manager")
    try await held.service.run(AcceptRepair.self, .init(week: Wrenmoor.week, number: 1))
    let planned = try await held.service.plan(seed: 2).rota
    #expect(planned.acceptance == nil)
    #expect(!planned.answer.assignments.contains { $0.day == held.day && $0.staff.contains(held.person) })
  }

  @Test func onlyWhatWasOfferedToThePersonOrIsNamedCanBeAccepted() async throws {
    let held = try await self.held()
    let accept = AcceptRepair.Input(week: Wrenmoor.week, number: 1)
    #expect(try await held.service.refusal(AcceptRepair.self, accept) == .notFound, "nothing was offered")
    let offered = try await self.repair(held, [held.absence], as: "Mo")
    #expect(try await held.service.refusal(AcceptRepair.self, accept, named: "Nia") == .notFound)
    let more = AcceptRepair.Input(week: Wrenmoor.week, number: offered.repair.alternatives.count + 1)
    #expect(try await held.service.refusal(AcceptRepair.self, more, named: "Mo") == .notFound)
  }

  @Test func whatHasBegunStaysOrNothingIsOffered() async throws {
    let held = try await self.held()
    let offered = try await self.repair(held, [held.absence], from: .init(day: held.day), as: "Mo")
    let begun = held.rota.answer.assignments.filter { $0.day < held.day }
    for alternative in offered.repair.alternatives {
      #expect(Set(begun).isSubset(of: alternative.answer.assignments))
    }
    let late = RepairRota.Input(week: Wrenmoor.week, disruptions: [held.absence], from: .init(day: held.day + 1))
    #expect(try await held.service.refusal(RepairRota.self, late) == .rotaRepairNotFound)
  }
}
