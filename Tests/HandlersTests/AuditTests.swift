// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Fingerprints
import Handlers
import Storage
import Testing
import Vocabulary

/// Everything that is written, and every child that is shown, leaves a whole trace.
@Suite struct AuditTests {
  struct Step: Sendable {
    let name: String
    let run: @Sendable (Service) async throws -> Void
  }

  static let steps: [Step] = [
    Step(name: "screening.recordMany") {
      try await $0.record((1...4).map { ScreeningDraft("c\($0)", Sheet.amber) })
    },
    Step(name: "screening.confirm") { try await $0.confirmProposals(of: ["c1", "c2", "c3", "c4"]) },
    Step(name: "screening.list") { _ = try await $0.lines() },
    Step(name: "screening.get") { _ = try await $0.show(try await $0.screening(of: "c1").id) },
    Step(name: "child.get") { _ = try await $0.run(ShowChild.self, .init(child: ChildID("c1"))) },
    Step(name: "child.find") { _ = try await $0.children() },
    Step(name: "children.import, rehearsed") { service in
      let input = ImportChildren.Input(children: drafts([Wrenmoor.child("new")]), apply: false)
      try await service.run(ImportChildren.self, input)
      _ = try await service.record([ScreeningDraft("c5", Sheet.green)], apply: false)
    },
    Step(name: "demand.derive") { try await $0.derive() },
    Step(name: "demand.add") { try await $0.run(AddDemand.self, $0.ask()) },
    Step(name: "rota.plan") { try await $0.plan() },
    Step(name: "rota.publish") { try await $0.publish() },
    Step(name: "visit.done") { service in
      let rota = try await service.run(GetRota.self, .init(week: Wrenmoor.week))
      try await service.holdAll(of: rota)
    },
    Step(name: "screening.amend") { service in
      let id = try await service.screening(of: "c1").id
      let input = AmendScreening.Input(
        screening: id,
        answers: [:],
        testDate: day(2026, 11, 17),
        reason: "r"
      )
      try await service.run(AmendScreening.self, input)
    },
    Step(name: "plan.put") {
      try await $0.run(NewPlan.self, .init(title: "Plan", from: day(2026, 9, 1), to: day(2029, 8, 31)))
    },
    Step(name: "audit.root.make") {
      let signer = AuditSigner(name: "k", keyID: "00000000", sign: { sha256($0).bytes + sha256($0).bytes })
      try await $0.run(MakeAuditRoot.self, signer, as: .auditor)
    },
    Step(name: "child.export") { _ = try await $0.run(ExportChild.self, ChildID("c2")) },
    Step(name: "child.hold") { service in
      for isHeld in [true, false] {
        try await service.run(HoldChild.self, .init(child: ChildID("c2"), reason: "r", isHeld: isHeld))
      }
    },
    Step(name: "child.erase") {
      try await $0.run(
        EraseChild.self, .init(child: ChildID("c2"), reason: "r", approvedBy: "B", today: day(2060, 1, 1)))
    },
    Step(name: "user.add") {
      try await $0.run(AddAccount.self, .init(name: "Ada", role: .admin, token: "t"), as: .admin)
    },
    Step(name: "area.set") { try await $0.run(SetArea.self, .init(name: "Renamed")) },
  ]

  @Test func theChainIsWholeAfterEveryKindOfStep() async throws {
    let service = try await Service.ofWrenmoor()
    var length = try #require(try await service.auditLength())
    for step in Self.steps {
      try await step.run(service)
      let after = try #require(try await service.auditLength(), "broken after \(step.name)")
      #expect(after > length, "\(step.name) left no trace")
      length = after
    }
    let check = try await service.practice.store.check()
    #expect(check.engineProblems.isEmpty && check.audits.allSatisfy { $0.firstBreak == nil })
  }

  @Test func theAuditNamesWhoSawAChild() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let c1 = ChildID("c1")
    let id = try await service.screening(of: "c1").id
    try await service.run(ShowChild.self, .init(child: c1), as: .therapist, named: "Thea")
    try await service.run(ShowScreening.self, .init(screening: id), as: .practitioner, named: "Pat")
    try await service.run(ListChildren.self, .init(setting: Wrenmoor.school), named: "Mo")
    try await service.run(ListChildren.self, .init(setting: Wrenmoor.nursery), named: "Nell")
    try await service.run(ShowChild.self, .init(child: ChildID("c2")), named: "Otto")
    let entries = try await service.run(ListAudit.self, .init(child: c1), as: .auditor)
    let viewers = Set(entries.filter { $0.fact.action == .view }.map(\.fact.actor))
    #expect(viewers.isSuperset(of: ["Thea", "Pat", "Mo"]))
    #expect(viewers.isDisjoint(with: ["Nell", "Otto"]))
    #expect(entries.allSatisfy { $0.fact.subjects.contains("c1") })
    #expect(entries.contains { $0.fact.action == .add && $0.fact.kind == "child" })
    let thea = try await service.run(ListAudit.self, .init(actor: "Thea", child: c1))
    #expect(!thea.isEmpty)
    #expect(thea.allSatisfy { $0.fact.role == "therapist" && $0.fact.purpose == "test" })
  }

  @Test func aRehearsalThatShowsAChildLeavesThatTrace() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.run(
      RecordScreenings.self,
      .init(
        screener: Wrenmoor.screener,
        phase: .baseline,
        drafts: [ScreeningDraft("c1", Sheet.amber)],
        apply: false
      ),
      as: .practitioner,
      named: "Pat"
    )
    let seen = try await service.run(ListAudit.self, .init(actor: "Pat", child: ChildID("c1")))
    #expect(!seen.isEmpty && seen.allSatisfy { $0.fact.action == .view })
  }

  @Test func entriesAreReadPageByPage() async throws {
    let service = try await Service.ofWrenmoor()
    let all = try await service.run(ListAudit.self, .init())
    let first = try await service.run(ListAudit.self, .init(limit: 5))
    let rest = try await service.run(ListAudit.self, .init(after: 5))
    #expect(first.map(\.sequence) == [1, 2, 3, 4, 5])
    #expect(first + rest == all)
  }

  @Test func theAuditHoldsNoNameOfAChild() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let entries = try await service.run(ListAudit.self, .init())
    let words = entries.map { "\($0.fact.entity) \($0.fact.kind) \($0.fact.subjects)" }
    #expect(words.contains { $0.contains("c1") })
    #expect(!words.contains { $0.contains("Given") || $0.contains("Family") })
  }
}
