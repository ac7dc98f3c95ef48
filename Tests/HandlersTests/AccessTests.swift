// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Cohorts
import Handlers
import InclusionPlans
import Scheduling
import SchedulingSolver
import Screening
import Storage
import Testing
import Vocabulary

/// Who may ask what. The table is written by hand: a change of rights has to be made here as well.
@Suite struct AccessTests {
  @Test(arguments: Self.rights) func isOpenToExactlyTheRolesOfTheTable(right: Right) {
    #expect(right.roles == right.allowed)
  }

  @Test(arguments: Self.rights) func theRoleDecidesBeforeAnythingIsReadOrWritten(right: Right) async throws {
    let service = try await Service()
    for role in Role.allCases where !right.allowed.contains(role) {
      let (reads, head) = (service.clock.reads, try await service.auditHead())
      #expect(try await right.ask(service, role) == .accessRefused)
      #expect(service.clock.reads == reads + 1, "only the audit's head was read")
      #expect(try await service.auditHead() == head)
    }
    for role in Role.allCases where right.allowed.contains(role) {
      #expect(try await right.ask(service, role) != .accessRefused)
    }
  }

  @Test func everyOperationStandsInTheTableOnce() throws {
    let listed = Self.rights.map(\.type)
    #expect(Set(listed) == (try Repository.operationsInSource()))
    #expect(Set(listed).count == listed.count)
    #expect(Set(Self.rights.map(\.name)).count == listed.count)
  }

  @Test func aRefusalNamesWhoCanBeAskedInstead() async throws {
    let service = try await Service()
    let fault = await #expect(throws: Fault.self) {
      try await service.run(AddAccount.self, .init(name: "P", role: .worker, token: "t"), as: .manager)
    }
    #expect(fault?.hint == "ask one of: admin")
    #expect(fault?.code.kind == .notAllowed)
  }

  private static let team: Set<Role> = [.practitioner, .therapist, .manager, .admin]
  private static let managing: Set<Role> = [.manager, .admin]
  private static let jobs: Set<Role> = [.manager, .admin, .worker]
  private static let theWeek: Set<Role> = [.practitioner, .therapist, .manager, .admin, .worker]
  private static let quality: Set<Role> = [.therapist, .manager, .admin]
  private static let planning: Set<Role> = [.planLead, .manager, .admin]
  private static let thePlan: Set<Role> = [.planLead, .manager, .admin, .auditor]
  private static let everyone: Set<Role> = [
    .practitioner, .setting, .therapist, .manager, .planLead, .auditor, .admin, .worker,
  ]

  private static let nobody = ChildID("nobody")
  private static let unread = Fault(.notValid, "never read here")

  /// A service that can't be reached.
  private struct NobodyThere: SyncPeer {
    private let away = Fault(.notFound, "nobody is there")
    func push(_ records: [UnsentRecord]) async throws -> [OutboxRecord.Said] { throw self.away }
    func pull(cursor: String?, settings: [SettingID], again: [ChildID]) async throws -> FetchedRecords {
      throw self.away
    }
  }
  private static let noScreening = ScreeningID("none")
  private static let noPlan = PlanID("none")
  private static let summary = SummariseCohort.Input(
    screener: Wrenmoor.screener,
    year: AcademicYear(of: Wrenmoor.testDate),
    dimensions: [],
    filter: RowFilter(),
    today: Wrenmoor.testDate,
    audience: "local authority"
  )

  static let rights: [Right] =
    [
      Right(SetArea.self, Self.managing, .init(name: "Wrenmoor")),
      Right(ShowArea.self, Self.everyone, ()),
      Right(ImportSettings.self, Self.managing, .init(settings: [], apply: true)),
      Right(ListSettings.self, Self.everyone, ()),
      Right(ImportStaff.self, Self.managing, .init(staff: [], apply: true)),
      Right(ListStaff.self, Self.theWeek, ()),
      Right(RecordAbsences.self, Self.managing, .init(absences: [], apply: true)),
      Right(ImportCalendar.self, Self.managing, .init(entries: [], apply: true)),
      Right(ImportTravel.self, Self.managing, .init(legs: [], apply: true)),
      Right(ImportChildren.self, Self.managing, .init(children: [], apply: true)),
      Right(
        PutChild.self, Self.managing,
        .init(
          child: ChildRecord(id: ChildID("c"), givenName: "A", familyName: "B", birthDate: Wrenmoor.testDate))),
      Right(ListChildren.self, Self.team, .init(setting: nil)),
      Right(ShowChild.self, Self.team, .init(child: Self.nobody)),
    ] + Self.screeningRights + Self.weekRights + Self.planRights
    + [
      Right(AddAccount.self, [.admin], .init(name: "P", role: .worker, token: "t")),
      Right(RevokeAccount.self, [.admin], "nobody"),
      Right(ListAccounts.self, [.admin, .auditor], ()),
      Right(ListAudit.self, [.auditor, .manager, .admin], .init()),
      Right(VerifyAudit.self, [.auditor, .manager, .admin], .init()),
      Right(GetAuditRoot.self, Self.everyone, .init()),
      Right(MakeAuditRoot.self, [.auditor, .admin], AuditSigner(name: "k", keyID: "00000000", sign: { _ in [] })),
      Right(ExportChild.self, Self.managing, Self.nobody),
      Right(HoldChild.self, Self.managing, .init(child: Self.nobody, reason: "r", isHeld: true)),
      Right(ListDue.self, Self.managing, Wrenmoor.testDate),
      Right(
        EraseChild.self, Self.managing,
        EraseChild.Input(child: Self.nobody, reason: "r", approvedBy: "B", today: Wrenmoor.testDate)),
      Right(ListErasures.self, [.auditor, .manager, .admin], ()),
      Right(ReapplyErasures.self, [.admin], []),
    ]

  private static let screeningRights: [Right] = [
    Right(
      RecordScreenings.self,
      Self.team,
      .init(screener: Wrenmoor.screener, phase: .baseline, drafts: [], apply: true)
    ),
    Right(
      KeepScreening.self, Self.team,
      .init(
        screener: Wrenmoor.screener, phase: .baseline,
        draft: ScreeningDraft(
          child: Self.nobody, testDate: Wrenmoor.testDate, content: .notScreened(.absent), place: ""))),
    Right(KeepScreenings.self, Self.team, .init(entries: [])),
    Right(PageScreenings.self, Self.team, .init()),
    Right(ListScreeners.self, Self.everyone, ()),
    Right(GetScreener.self, Self.everyone, "none"),
    Right(ListScreenings.self, Self.team, .init()),
    Right(ShowScreening.self, Self.team, .init(screening: Self.noScreening)),
    Right(ExportScreening.self, Self.team, .init(screening: Self.noScreening)),
    Right(AmendScreening.self, Self.team, .init(screening: Self.noScreening, answers: [:], reason: "r")),
    Right(
      OpenEntry.self,
      Self.team,
      .init(
        child: Self.nobody,
        screener: Wrenmoor.screener,
        testDate: Wrenmoor.testDate,
        phase: .baseline
      )
    ),
    Right(
      ListForEntry.self, Self.team,
      .init(screener: Wrenmoor.screener, testDate: Wrenmoor.testDate, phase: .baseline)),
    Right(AppendEntryEvent.self, Self.team, .init(entry: EntryID("none"), event: .wentBack)),
    Right(FinishEntry.self, Self.team, .init(entry: EntryID("none"))),
    Right(ConfirmTiers.self, [.therapist, .admin], .init(decisions: [])),
    Right(
      ReplayScreenings.self,
      [.practitioner, .therapist, .manager, .admin, .auditor],
      .init(.these([Self.noScreening]))
    ),
    Right(
      RescoreScreenings.self,
      [.therapist, .manager, .admin],
      .init(.one(Self.noScreening), to: "1.2.0", reason: "r", apply: true)
    ),
    Right(
      RecordSecondRatings.self,
      Self.team,
      .init(screener: Wrenmoor.screener, phase: .baseline, drafts: [], apply: true)
    ),
    Right(ListScoredChildren.self, Self.quality, .init(screener: Wrenmoor.screener)),
    Right(ListDoubleScores.self, Self.quality, .init(screener: Wrenmoor.screener)),
    Right(ListChangePairs.self, Self.quality, .init(screener: Wrenmoor.screener)),
    Right(ReportQuality.self, Self.quality, .init(screener: Wrenmoor.screener)),
    Right(ReportChange.self, Self.quality, .init(screener: Wrenmoor.screener)),
    Right(ListSessionsDelivered.self, Self.quality, .init()),
  ]

  private static let weekRights: [Right] = [
    Right(DeriveDemand.self, Self.managing, .init(week: Wrenmoor.week, apply: true)),
    Right(
      AddDemand.self,
      Self.managing,
      .init(
        week: Wrenmoor.week,
        setting: Wrenmoor.school,
        kind: "coach",
        minutes: 60,
        slots: [],
        reason: "asked"
      )
    ),
    Right(CancelDemand.self, Self.managing, .init(visit: VisitID("none"), reason: "r")),
    Right(ListDemand.self, Self.theWeek, .init(week: Wrenmoor.week)),
    Right(
      PlanRota.self,
      [.manager, .admin, .worker],
      .init(week: Wrenmoor.week, options: SolverOptions(iterations: 1))
    ),
    Right(SubmitRotaJob.self, Self.jobs, .init(week: Wrenmoor.week)),
    Right(GetJob.self, Self.jobs, JobID("none")),
    Right(ListJobs.self, Self.jobs, .init()),
    Right(
      PushRecords.self, Self.team,
      .init(device: .init(name: "d", clockAhead: 0), records: [], reading: { _, _, _ in .unreadable(Self.unread) })),
    Right(PullRecords.self, Self.team, .init(cursor: nil)),
    Right(ListWaiting.self, Self.team, ()),
    Right(
      DecideReceived.self, Self.quality,
      .init(record: "r", choice: .drop, reason: "why", reading: { _, _, _ in .unreadable(Self.unread) })),
    Right(
      MeetServer.self, Self.team,
      .init(
        address: "h:1", person: "P", role: .practitioner, areaName: "A", settings: nil, clockAhead: 0, auditRoot: nil)),
    Right(ListUnsent.self, Self.team, 1),
    Right(KeepSyncAnswers.self, Self.team, []),
    Right(
      KeepFetched.self, Self.team,
      FetchedRecords(isRestart: false, area: nil, children: [], gone: [], cursor: "", isMore: false)),
    Right(ExchangeRecords.self, Self.team, .init(peer: NobodyThere())),
    Right(ShowSync.self, Self.team, ()),
    Right(RetryRejected.self, Self.team, ()),
    Right(CancelJob.self, Self.jobs, JobID("none")),
    Right(
      PlanWeeks.self,
      Self.managing,
      .init(first: Wrenmoor.week, weeks: 1, options: SolverOptions(iterations: 1))
    ),
    Right(ShowOwed.self, Self.theWeek, .init(week: Wrenmoor.week)),
    Right(PublishRota.self, Self.managing, .init(week: Wrenmoor.week)),
    Right(GetRota.self, Self.theWeek, .init(week: Wrenmoor.week)),
    Right(GetHeldRotas.self, Self.theWeek, .init(week: Wrenmoor.week)),
    Right(
      ExplainVisit.self,
      Self.theWeek,
      .init(rota: .init(week: Wrenmoor.week), visit: VisitID("none"))
    ),
    Right(AdviseRota.self, Self.managing, .init(rota: .init(week: Wrenmoor.week))),
    Right(RepairRota.self, Self.managing, .init(week: Wrenmoor.week, disruptions: [])),
    Right(AcceptRepair.self, Self.managing, .init(week: Wrenmoor.week, number: 1)),
    Right(
      EditRota.self,
      Self.managing,
      .init(rota: .init(week: Wrenmoor.week), edit: .unpin(VisitID("none")), apply: false)
    ),
    Right(RecordVisitsDone.self, Self.team, .init(words: [])),
  ]

  private static let planRights: [Right] = [
    Right(SummariseCohort.self, Self.planning, Self.summary),
    Right(ListReleases.self, Self.thePlan, ()),
    Right(NewPlan.self, Self.planning, .init(title: "Plan", from: day(2026, 9, 1), to: day(2029, 8, 31))),
    Right(WriteSection.self, Self.planning, .init(plan: Self.noPlan, section: 1, text: "t")),
    Right(
      PutMeasure.self,
      Self.planning,
      .init(
        plan: Self.noPlan,
        section: 1,
        code: "M",
        aim: "a",
        leadPartner: "l",
        outcome: "o",
        baseline: nil,
        baselineAsAt: nil,
        target: nil,
        due: day(2027, 7, 31),
        direction: .up
      )
    ),
    Right(
      PutPartner.self,
      Self.planning,
      .init(role: .council, organisation: "Council", person: nil, from: day(2026, 9, 1))
    ),
    Right(
      PullEvidence.self,
      Self.planning,
      .init(plan: Self.noPlan, section: 3, title: "t", summary: Self.summary, acceptsDifference: false)
    ),
    Right(GetPlan.self, Self.thePlan, Self.noPlan),
    Right(ListPlans.self, Self.thePlan, ()),
    Right(CheckPlan.self, Self.thePlan, .init(plan: Self.noPlan, today: Wrenmoor.testDate)),
  ]
}
