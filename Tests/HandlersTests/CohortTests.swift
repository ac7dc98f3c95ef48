// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Handlers
import Storage
import Testing
import Vocabulary

/// What leaves about many children, and the ledger of it.
@Suite struct CohortTests {
  @Test func aSummaryStandsInTheLedgerWithWhoAndForWhom() async throws {
    let service = try await Service.ofACrowd()
    let table = try await service.summarise()
    let releases = try await service.releases()
    #expect(releases.map(\.by) == ["a plan-lead"] && releases.map(\.audience) == ["local authority"])
    #expect(releases.map(\.policy) == ["round"])
    let entry = try service.practice.ledgerFormat.read(try #require(releases.first?.table))
    #expect(entry.canonicalText == table.canonicalText)
    #expect(table.area.name == "Wrenmoor (made-up)" && table.area.isMadeUp)
  }

  @Test func aTableThatTheLedgerCannotTakeIsNotShown() async throws {
    let service = try await Service.ofACrowd()
    let fault = await #expect(throws: Fault.self) {
      try await SummariseCohort.run(
        Crowd.summary,
        in: service.practice.withoutLedger(),
        as: service.person(.planLead)
      )
    }
    #expect(fault?.code == .storeCannotWrite)
    #expect(try await service.releases().isEmpty)
  }

  @Test func theSameSummaryTwiceGivesTheSameTable() async throws {
    let service = try await Service.ofACrowd()
    let first = try await service.summarise()
    let second = try await service.summarise()
    #expect(first.canonicalText == second.canonicalText && first.lines == second.lines)
    #expect(try await service.releases().count == 2)
  }

  @Test func noCountOfTheTableIsExactOrSmall() async throws {
    let service = try await Service.ofACrowd()
    let lines = try await service.summarise().lines
    let baseline = try #require(lines.first { $0.phase == Cohorts.ScreeningPhase.baseline })
    let cells = [baseline.eligible, baseline.screened, baseline.notScreened] + baseline.bands
    for cell in cells {
      if let number = Int(cell.symbol) { #expect(number.isMultiple(of: 5) && (number == 0 || number > 7)) }
    }
    #expect(baseline.screened.symbol == "65", "66 children, to the nearest five")
  }

  @Test func aTableThatDiffersByOneChildIsRefusedAndNotInTheLedger() async throws {
    let service = try await Service.ofACrowd()
    _ = try await service.summarise()
    let joiner = drafts([Wrenmoor.child("joiner")])
    try await service.run(ImportChildren.self, .init(children: joiner, apply: true))
    try await service.record([ScreeningDraft("joiner", Sheet.red)])
    #expect(try await service.refusal(SummariseCohort.self, Crowd.summary, as: .planLead) == .cohortUnsafe)
    #expect(try await service.releases().count == 1)
  }

  @Test func otherNumbersForTheSameChildrenAreRefused() async throws {
    let service = try await Service.ofACrowd()
    _ = try await service.summarise()
    try await service.record(Crowd.drafts(67...96))
    #expect(try await service.refusal(SummariseCohort.self, Crowd.summary, as: .planLead) == .cohortUnsafe)
    #expect(try await service.releases().count == 1)
  }

  @Test func aYearInWhichNobodyWasScreenedIsRefused() async throws {
    let service = try await Service.ofWrenmoor()
    #expect(try await service.refusal(SummariseCohort.self, Crowd.summary, as: .planLead) == .notFound)
    #expect(try await service.releases().isEmpty)
  }

  @Test func theLedgerIsListedToItsEnd() async throws {
    let service = try await Service()
    try await service.practice.store.write(as: service.person(.admin)) { records in
      for number in 1...1001 {
        try records.add(
          ReleaseRecord(
            id: ReleaseID("r\(padded(number, to: 4))"),
            specification: "s",
            policy: "round",
            childSets: [],
            table: "t",
            audience: "public",
            by: "a plan-lead",
            at: records.now
          ))
      }
    }
    let releases = try await service.releases()
    #expect(releases.count == 1001 && releases.last?.id == ReleaseID("r1001"))
  }
}
