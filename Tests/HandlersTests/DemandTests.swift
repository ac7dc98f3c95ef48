// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import Storage
import Testing
import Vocabulary

/// Confirmed tiers become visits, and what happened to the visits carries the course on.
@Suite struct DemandTests {
  private let nextWeek = Wrenmoor.week.adding(weeks: 1)

  @Test func confirmedTiersBecomeVisitsByKind() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let output = try await service.derive()
    let visits = try await service.demand()
    let kinds = Dictionary(grouping: visits, by: \.kind).mapValues(\.count)
    #expect(kinds == ["screen": 1, "group": 3, "assess": 1, "therapy": 1])
    #expect(output.report.added == 6 && output.cancelled == 0)
    #expect(visits.allSatisfy { $0.setting == Wrenmoor.school && $0.source == .derived })
    #expect(output.demand.groups.first { $0.tier == "targeted" }?.children.map(\.rawValue) == ["c1", "c2", "c3", "c4"])
  }

  @Test func anUnconfirmedProposalAsksForNothing() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record((1...7).map { ScreeningDraft("c\($0)", Sheet.amber) })
    #expect(try await service.derive().report.added == 0)
  }

  /// Seen, but with too little answered for a proposal: nobody could ever confirm a tier, so the child is asked for
  /// again, like the one who was absent.
  @Test func aChildWhoseScreeningCameToNothingIsStillToBeScreened() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([
      ScreeningDraft("c1", Sheet.answers("U3=C U4=C")), ScreeningDraft("c2", Sheet.amber),
    ])
    #expect(try await service.screening(of: "c1").proposedTier == nil)
    let visits = try await service.derive().demand.visits.filter { $0.kind == "screen" }
    #expect(visits.contains { $0.children.contains(ChildID("c1")) })
    #expect(!visits.contains { $0.children.contains(ChildID("c2")) })
  }

  @Test func anAssessmentComesBeforeTherapy() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let visits = try await service.demand()
    let assess = try #require(visits.first { $0.kind == "assess" })
    let therapy = try #require(visits.first { $0.kind == "therapy" })
    #expect(therapy.after == [assess.id])
  }

  @Test func aDryRunKeepsNoVisit() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let output = try await service.derive(apply: false)
    #expect(output.report.added == 6 && !output.report.applied)
    #expect(try await service.demand().isEmpty)
  }

  @Test func derivingAgainChangesNothing() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let before = try await service.demand()
    let again = try await service.derive()
    #expect(again.report.unchanged == 6 && again.report.added == 0 && again.report.changed == 0)
    #expect(again.cancelled == 0)
    #expect(try await service.demand() == before)
  }

  @Test func aVisitThatIsNoLongerDerivedIsCancelledWithTheReason() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    try await service.record([ScreeningDraft("c7", Sheet.green)])
    #expect(try await service.derive().cancelled == 1)
    #expect(try await !service.demand().contains { $0.kind == "screen" })
    let cancelled = try await service.demand(all: true).filter { $0.cancelledAt != nil }
    #expect(cancelled.map(\.kind) == ["screen"])
    #expect(cancelled.first?.cancelReason?.isEmpty == false)
  }

  @Test func aVisitThatTheManagerCancelledStaysCancelledWhenDemandIsDerivedAgain() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let visit = try #require(try await service.demand().first { $0.kind == "screen" })
    try await service.run(CancelDemand.self, .init(visit: visit.id, reason: "the school does it"))
    let again = try await service.derive()
    #expect(again.report.unchanged == 5 && again.report.changed == 0 && again.cancelled == 0)
    #expect(try await !service.demand().contains { $0.id == visit.id })
    let kept = try await service.demand(all: true).first { $0.id == visit.id }
    #expect(kept?.cancelReason == "the school does it")
  }

  @Test func aVisitThatIsDerivedOnceMoreComesBack() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let out = drafts([Wrenmoor.child("c7", optedOut: Wrenmoor.testDate)])
    try await service.run(ImportChildren.self, .init(children: out, apply: true))
    #expect(try await service.derive().cancelled == 1)
    let back = drafts([Wrenmoor.child("c7")])
    try await service.run(ImportChildren.self, .init(children: back, apply: true))
    #expect(try await service.derive().report.changed == 1)
    #expect(try await service.demand().contains { $0.kind == "screen" })
  }

  @Test func heldSessionsCarryTheSameGroupIntoItsSecondWeek() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    let first = try await service.derive()
    let planned = try await service.plan()
    #expect(planned.rota.answer.unassigned.isEmpty)
    try await service.publish()
    try await service.holdAll(of: planned.rota)
    let second = try await service.derive(self.nextWeek)
    let before = try #require(first.demand.groups.first { $0.tier == "targeted" })
    let after = try #require(second.demand.groups.first { $0.tier == "targeted" })
    #expect(after.series == before.series && after.children == before.children)
    #expect(after.weekNumber == 2 && after.sessionsHeld == 3 && after.missed == 0)
    let kinds = Set(try await service.demand(self.nextWeek).map(\.kind))
    #expect(!kinds.contains("assess"), "the assessment was held")
    #expect(kinds.contains("therapy"))
  }

  @Test func aSessionThatWasMissedIsCountedAsMissed() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let planned = try await service.plan()
    try await service.publish()
    try await service.holdAll(of: planned.rota)
    let group = try #require(try await service.demand().first { $0.kind == "group" })
    let word = RecordVisitsDone.Word(visit: group.id, outcome: .missed)
    try await service.run(RecordVisitsDone.self, .init(words: [word]), as: .practitioner)
    let second = try await service.derive(self.nextWeek)
    let after = try #require(second.demand.groups.first { $0.tier == "targeted" })
    #expect(after.sessionsHeld == 2 && after.missed == 1, "the latest word on a visit counts")
  }

  @Test func aVisitThatIsAskedForStandsBesideTheDerivedOnes() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let added = try await service.run(AddDemand.self, service.ask())
    #expect(added.source == .manager && added.weight == 200 && added.minutes == 60)
    #expect(added.windows.split(separator: ";").count == 10, "two stretches a day, five days")
    #expect(try await service.derive().cancelled == 0)
    #expect(try await service.demand().contains { $0.id == added.id })
  }

  @Test func aCancelledVisitStaysOnRecordWithTheReason() async throws {
    let service = try await Service.ofWrenmoor()
    let added = try await service.run(AddDemand.self, service.ask())
    try await service.run(CancelDemand.self, .init(visit: added.id, reason: "trip"))
    #expect(try await service.demand().isEmpty)
    #expect(try await service.demand(all: true).map(\.cancelReason) == ["trip"])
    let again = CancelDemand.Input(visit: added.id, reason: "trip")
    #expect(try await service.refusal(CancelDemand.self, again) == .storeConflict)
  }

  @Test func cancellingNeedsAReasonAndAVisit() async throws {
    let service = try await Service.ofWrenmoor()
    let added = try await service.run(AddDemand.self, service.ask())
    let blank = CancelDemand.Input(visit: added.id, reason: " ")
    #expect(try await service.refusal(CancelDemand.self, blank) == .storeConflict)
    let none = CancelDemand.Input(visit: VisitID("none"), reason: "r")
    #expect(try await service.refusal(CancelDemand.self, none) == .storeNotFound)
    #expect(try await service.demand().count == 1)
  }

  @Test(
    arguments: [
      (4, nil, ["2026-12-01 09:00-11:00"]), (481, nil, []), (60, -1, []), (60, 1_000_001, []),
      (60, nil, ["2026-12-01 09:00-09:45"]),
      (60, nil, ["2026-12-01 09:00-11:00", "2026-12-08 09:00-11:00"]), (240, nil, []),
    ] as [(Int, Int?, [String])])
  func whatNoWeekCanHoldIsRefused(_ minutes: Int, _ weight: Int?, _ windows: [String]) async throws {
    let service = try await Service.ofWrenmoor()
    let input = service.ask(
      minutes: minutes,
      windows: windows.compactMap { DatedWindow($0) },
      weight: weight
    )
    #expect(try await service.refusal(AddDemand.self, input) == .notValid)
    #expect(try await service.demand(all: true).isEmpty)
  }

  @Test func aVisitAtAnUnknownSettingIsRefused() async throws {
    let service = try await Service.ofWrenmoor()
    let input = AddDemand.Input(
      week: Wrenmoor.week,
      setting: SettingID("990099"),
      kind: "coach",
      minutes: 60,
      slots: [],
      reason: "r"
    )
    #expect(try await service.refusal(AddDemand.self, input) == .notFound)
  }

  @Test func aWeekWithoutSchoolHoldsNoVisit() async throws {
    let service = try await Service.ofWrenmoor()
    let halfTerm = AddDemand.Input(
      week: SchoolWeek(containing: day(2026, 10, 26)),
      setting: Wrenmoor.school,
      kind: "coach",
      minutes: 60,
      slots: [],
      reason: "r"
    )
    #expect(try await service.refusal(AddDemand.self, halfTerm) == .notValid)
  }
}
