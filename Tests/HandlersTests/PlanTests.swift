// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Handlers
import InclusionPlans
import Storage
import Testing
import Vocabulary

/// The inclusion plan: twelve sections, what they are judged by, and evidence that does not change.
@Suite struct PlanTests {
  private func newPlan(in service: Service) async throws -> PlanID {
    let input = NewPlan.Input(title: "Wrenmoor plan", from: day(2026, 9, 1), to: day(2029, 8, 31))
    return try await service.run(NewPlan.self, input, as: .planLead).id
  }

  private func pull(
    _ plan: PlanID,
    _ service: Service,
    accepting: Bool = false,
    named name: String? = nil
  ) async throws -> PullEvidence.Output {
    let input = PullEvidence.Input(
      plan: plan,
      section: 3,
      title: "Language at the start",
      summary: Crowd.summary,
      acceptsDifference: accepting
    )
    return try await service.run(PullEvidence.self, input, as: .planLead, named: name)
  }

  private func get(_ plan: PlanID, _ service: Service) async throws -> InclusionPlan {
    try await service.run(GetPlan.self, plan, as: .auditor)
  }

  private func measure(
    _ plan: PlanID,
    section: Int = 11,
    target: String = "70"
  ) -> PutMeasure.Input {
    PutMeasure.Input(
      plan: plan,
      section: section,
      code: "ELSEC-1",
      aim: "More children reach age-appropriate language",
      leadPartner: "ELSEC team",
      outcome: "Share in the green band at follow-up",
      baseline: "45.5",
      baselineAsAt: day(2026, 10, 31),
      target: target,
      due: day(2027, 7, 31),
      direction: .up
    )
  }

  @Test func aNewPlanIsADraftWithTwelveEmptySections() async throws {
    let service = try await Service.ofWrenmoor()
    let id = try await self.newPlan(in: service)
    let plan = try await self.get(id, service)
    #expect(plan.sections.map(\.code) == Array(1...12))
    #expect(plan.sections.allSatisfy { $0.text.isEmpty })
    #expect(plan.status == .draft && plan.area.name == "Wrenmoor (made-up)" && plan.area.isMadeUp)
    #expect(try await service.run(ListPlans.self, (), as: .planLead).map(\.id) == [id])
  }

  @Test func aPlanThatEndsBeforeItBeginsIsRefused() async throws {
    let service = try await Service()
    let input = NewPlan.Input(title: "Plan", from: day(2029, 8, 31), to: day(2026, 9, 1))
    #expect(try await service.refusal(NewPlan.self, input, as: .planLead) == .planMalformed)
    #expect(try await service.run(ListPlans.self, (), as: .planLead).isEmpty)
  }

  @Test func whatIsWrittenIsReadBack() async throws {
    let service = try await Service.ofWrenmoor()
    let id = try await self.newPlan(in: service)
    let text = WriteSection.Input(plan: id, section: 3, text: "Six in ten needed support.")
    #expect(try await service.run(WriteSection.self, text, as: .planLead) == .changed)
    #expect(try await service.run(WriteSection.self, text, as: .planLead) == .unchanged)
    #expect(try await service.run(PutMeasure.self, self.measure(id), as: .planLead) == .added)
    #expect(try await service.run(PutMeasure.self, self.measure(id), as: .planLead) == .unchanged)
    let higher = self.measure(id, target: "75")
    #expect(try await service.run(PutMeasure.self, higher, as: .planLead) == .changed)
    let seat = PutPartner.Input(role: .council, organisation: "Council", person: "C", from: day(2026, 9, 1))
    #expect(try await service.run(PutPartner.self, seat, as: .planLead) == .added)
    let plan = try await self.get(id, service)
    #expect(try plan.section(3).text == "Six in ten needed support.")
    #expect(plan.priorities.flatMap(\.measures).map { "\($0.target?.description ?? "")" } == ["75"])
    #expect(plan.members.map(\.role) == [.council])
  }

  @Test(arguments: [0, 13]) func aPlanHasSectionsOneToTwelve(_ section: Int) async throws {
    let service = try await Service.ofWrenmoor()
    let id = try await self.newPlan(in: service)
    let write = WriteSection.Input(plan: id, section: section, text: "t")
    #expect(try await service.refusal(WriteSection.self, write, as: .planLead) == .planSection)
    let measure = self.measure(id, section: section)
    #expect(try await service.refusal(PutMeasure.self, measure, as: .planLead) == .planSection)
  }

  @Test(arguments: ["seventy", "7.123", "1e3", ""])
  func aTargetThatIsNoNumberIsRefusedRatherThanForgotten(_ target: String) async throws {
    let service = try await Service.ofWrenmoor()
    let id = try await self.newPlan(in: service)
    let input = self.measure(id, target: target)
    #expect(try await service.refusal(PutMeasure.self, input, as: .planLead) == .notValid)
    #expect(try await self.get(id, service).priorities.isEmpty)
  }

  @Test func aPlanThatIsNotThereIsNotFound() async throws {
    let service = try await Service.ofACrowd()
    let none = PlanID("none")
    #expect(try await service.refusal(GetPlan.self, none) == .notFound)
    #expect(try await service.refusal(CheckPlan.self, .init(plan: none, today: day(2026, 12, 1))) == .notFound)
    #expect(try await service.refusal(WriteSection.self, .init(plan: none, section: 1, text: "t")) == .notFound)
    #expect(try await service.refusal(PutMeasure.self, self.measure(none)) == .notFound)
    let pull = PullEvidence.Input(
      plan: none,
      section: 3,
      title: "t",
      summary: Crowd.summary,
      acceptsDifference: false
    )
    #expect(try await service.refusal(PullEvidence.self, pull) == .notFound)
    #expect(try await service.releases().isEmpty)
  }

  @Test func evidenceIsTheReleasedTableWithItsHash() async throws {
    let service = try await Service.ofACrowd()
    let id = try await self.newPlan(in: service)
    let pulled = try await self.pull(id, service)
    #expect(pulled.isKept && pulled.pull.isNew)
    #expect(pulled.pull.evidence.content == (try await service.summarise().canonicalText))
    let kept = try await self.get(id, service).evidence
    #expect(kept.map(\.pulledBy) == ["a plan-lead"] && kept.map(\.section) == [3])
    #expect(kept.allSatisfy { $0.isIntact(service.practice.hash) })
    #expect(try await service.releases().count == 2)
  }

  @Test func pullingTheSameFiguresTwiceAddsNothing() async throws {
    let service = try await Service.ofACrowd()
    let id = try await self.newPlan(in: service)
    let first = try await self.pull(id, service)
    let second = try await self.pull(id, service)
    #expect(second.isKept && !second.pull.isNew)
    #expect(second.pull.evidence.id == first.pull.evidence.id)
    #expect(try await self.get(id, service).evidence.count == 1)
  }

  @Test func otherFiguresTakeTheirPlaceOnlyWhenTheDifferenceIsAccepted() async throws {
    let service = try await Service.ofWrenmoor(Crowd.children(1...120))
    try await service.record(Crowd.drafts(1...120))
    let id = try await self.newPlan(in: service)
    let first = try await self.pull(id, service)
    let intake = drafts(Crowd.children(121...240))
    try await service.run(ImportChildren.self, .init(children: intake, apply: true))
    try await service.record(Crowd.drafts(121...240))
    let refused = try await self.pull(id, service)
    #expect(!refused.isKept && refused.pull.isNew)
    #expect(refused.pull.difference?.isEmpty == false)
    #expect(try await self.get(id, service).evidence.count == 1)
    let accepted = try await self.pull(id, service, accepting: true, named: "Lee")
    #expect(accepted.isKept && accepted.pull.evidence.supersedes == first.pull.evidence.id)
    let plan = try await self.get(id, service)
    #expect(plan.evidence.count == 2)
    #expect(plan.currentEvidence.map(\.id) == [accepted.pull.evidence.id])
    #expect(plan.currentEvidence.map(\.acceptedBy) == ["Lee"])
    #expect(plan.evidence.allSatisfy { $0.isIntact(service.practice.hash) })
  }

  @Test func theCheckSaysWhatIsLackingUntilItIsThere() async throws {
    let service = try await Service.ofACrowd()
    let id = try await self.newPlan(in: service)
    let today = day(2026, 12, 1)
    func findings() async throws -> [PlanFinding] {
      try await service.run(CheckPlan.self, .init(plan: id, today: today), as: .auditor)
    }
    func empty() async throws -> Set<Int> {
      Set(try await findings().filter { $0.rule == "plan.section-empty" }.map(\.section))
    }
    func seats() async throws -> Int {
      try await findings().count { $0.rule == "plan.role-not-filled" }
    }
    #expect(try await empty() == Set(1...12))
    let text = WriteSection.Input(plan: id, section: 3, text: "Six in ten needed support.")
    try await service.run(WriteSection.self, text, as: .planLead)
    _ = try await self.pull(id, service)
    #expect(try await !empty().contains(3))
    let before = try await seats()
    let seat = PutPartner.Input(role: .council, organisation: "Council", person: "C", from: day(2026, 9, 1))
    try await service.run(PutPartner.self, seat, as: .planLead)
    #expect(try await seats() == before - 1)
  }
}
