// SPDX-License-Identifier: Apache-2.0

import Handlers
import Retention
import Storage
import Testing
import Vocabulary

/// Who may have a child's record erased, when, and what a family is shown.
@Suite struct RetentionTests {
  private static let c1 = ChildID("c1")
  /// Every child of Wrenmoor is over 26 by then.
  private static let late = day(2060, 1, 1)

  private func asked(
    approvedBy: String = "Bo", early: String? = nil, today: CivilDate = late, reason: String = "asked by the family"
  ) -> EraseChild.Input {
    EraseChild.Input(child: Self.c1, reason: reason, approvedBy: approvedBy, earlyReason: early, today: today)
  }

  @Test func aRecordFallsDueByTheAreasPolicy() async throws {
    let service = try await Service.ofWrenmoor()
    let child = try await service.run(ShowChild.self, .init(child: Self.c1)).child
    let birthday = child.birthDate.adding(months: 25 * 12)
    let before = try await service.run(ListDue.self, birthday.adding(days: -1))
    #expect(!before.children.map(\.id).contains(Self.c1))
    let due = try await service.run(ListDue.self, birthday)
    #expect(due.policy.id == "england")
    #expect(due.children.first { $0.id == Self.c1 }?.dueOn == birthday)
  }

  @Test func anErasureNeedsTwoPeopleADayAndAReason() async throws {
    let service = try await Service.ofWrenmoor()
    for (input, code) in [
      (self.asked(approvedBy: "Ada"), Fault.Code.erasureNeedsAnother),
      (self.asked(approvedBy: "ADA"), .erasureNeedsAnother), (self.asked(approvedBy: " "), .erasureNeedsAnother),
      (self.asked(reason: " "), .notValid), (self.asked(early: ""), .notValid),
      (self.asked(today: Wrenmoor.testDate), .erasureNotDue),
    ] {
      #expect(try await service.refusal(EraseChild.self, input, as: .manager, named: "Ada") == code)
    }
    #expect(try await service.run(ListErasures.self, ()).isEmpty)
    let done = try await service.run(
      EraseChild.self, self.asked(early: "article 17", today: Wrenmoor.testDate), named: "Ada")
    #expect(done.erasure.askedBy == "Ada" && done.erasure.approvedBy == "Bo")
    #expect(done.erasure.earlyReason == "article 17")
    #expect(try await service.run(ListErasures.self, ()) == [done.erasure])
    #expect(try await service.refusal(ShowChild.self, .init(child: Self.c1)) == .notFound)
    #expect(try await service.refusal(EraseChild.self, self.asked(), as: .manager, named: "Ada") == .notFound)
  }

  @Test func aReasonForAnEarlyDayIsNotKeptWhenTheDayHasCome() async throws {
    let service = try await Service.ofWrenmoor()
    let done = try await service.run(EraseChild.self, self.asked(early: "no need"), named: "Ada")
    #expect(done.erasure.earlyReason == nil)
  }

  @Test func whereThereAreAccountsTheApproverHasOneThatManages() async throws {
    let service = try await Service.ofWrenmoor()
    for (name, role) in [("Ann", Role.admin), ("Mo", .manager), ("Pat", .practitioner), ("Old", .manager)] {
      try await service.run(AddAccount.self, .init(name: name, role: role, token: name), as: .admin)
    }
    try await service.run(RevokeAccount.self, "Old", as: .admin)
    for name in ["Bo", "Pat", "Old"] {
      #expect(
        try await service.refusal(EraseChild.self, self.asked(approvedBy: name), as: .manager, named: "Mo")
          == .erasureNeedsAnother)
    }
    try await service.run(EraseChild.self, self.asked(approvedBy: "Ann"), named: "Mo")
  }

  @Test func nothingUnderALegalHoldIsErased() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.run(HoldChild.self, .init(child: Self.c1, reason: "inquiry", isHeld: true))
    let due = try await service.run(ListDue.self, Self.late)
    #expect(due.children.filter(\.isHeld).map(\.id) == [Self.c1])
    #expect(
      try await service.refusal(EraseChild.self, self.asked(early: "asked"), as: .manager, named: "Ada") == .erasureHeld
    )
    #expect(
      try await service.refusal(HoldChild.self, .init(child: Self.c1, reason: " ", isHeld: false)) == .notValid)
    try await service.run(HoldChild.self, .init(child: Self.c1, reason: "ended", isHeld: false))
    try await service.run(EraseChild.self, self.asked(), named: "Ada")
  }

  @Test func onARestoredStoreTheLedgersErasuresAreDoneAgain() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.run(EraseChild.self, self.asked(), named: "Ada")
    let ledger = try await service.run(ListErasures.self, ())
    let restored = try await Service.ofWrenmoor()
    try await restored.run(HoldChild.self, .init(child: Self.c1, reason: "lifted later", isHeld: true))
    let again = try await restored.run(ReapplyErasures.self, ledger, as: .admin)
    #expect(again.erased == [Self.c1] && again.known == 0)
    #expect(try await restored.run(ListErasures.self, ()) == ledger)
    #expect(try await restored.refusal(ShowChild.self, .init(child: Self.c1)) == .notFound)
    let third = try await restored.run(ReapplyErasures.self, ledger, as: .admin)
    #expect(third.erased.isEmpty && third.known == 1)
    let kept = ledger[0]
    let other = ErasureRecord(
      child: kept.child, reason: "another", askedBy: kept.askedBy, approvedBy: kept.approvedBy, dueOn: kept.dueOn,
      audit: kept.audit, at: kept.at)
    #expect(try await restored.refusal(ReapplyErasures.self, [other], as: .admin) == .notValid)
    let alone = ErasureRecord(
      child: ChildID("c2"), reason: "r", askedBy: "Ada", approvedBy: "ada", dueOn: kept.dueOn, audit: kept.audit,
      at: kept.at)
    #expect(try await restored.refusal(ReapplyErasures.self, [alone], as: .admin) == .notValid)
  }

  @Test func aFamilyIsShownWhatIsKeptAndWhoLooked() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    try await service.run(ShowChild.self, .init(child: Self.c1), as: .therapist, named: "Thea")
    let pack = try await service.run(ExportChild.self, Self.c1, named: "Mo")
    #expect(pack.child.id == Self.c1)
    #expect(Set(pack.kept.map(\.table)).isSuperset(of: ["child", "screening"]))
    #expect(pack.audit.contains { $0.fact.actor == "Thea" && $0.fact.action == .view })
    #expect(pack.audit.last?.fact.actor == "Mo" && pack.audit.last?.fact.action == .view)
    #expect(pack.audit.allSatisfy { $0.fact.subjects.contains("c1") })
  }
}
