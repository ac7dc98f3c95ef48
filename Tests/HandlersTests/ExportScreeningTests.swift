// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import Testing
import Vocabulary

@Suite struct ExportScreeningTests {
  @Test func aScreeningIsWorkedOutAgainAndTheLookIsOnTheAudit() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber)])
    let id = try await service.screening(of: "c1").id
    let before = try await service.auditLength()
    let exported = try await service.run(ExportScreening.self, .init(screening: id), as: .practitioner)
    #expect(exported.result.score(ScoreName("ss.all"))?.value == .points(87))
    #expect(!exported.isConfirmed)
    let after = try await service.auditLength()
    #expect((after ?? 0) > (before ?? 0))
    try await service.confirmProposals(of: ["c1"])
    #expect(try await service.run(ExportScreening.self, .init(screening: id)).isConfirmed)
  }

  @Test func whatIsNoResultIsNotExported() async throws {
    let service = try await Service.ofWrenmoor()
    try await service.record([ScreeningDraft("c1", Sheet.amber), ScreeningDraft("c2", notScreened: .absent)])
    let absent = try await service.screening(of: "c2").id
    #expect(try await service.refusal(ExportScreening.self, .init(screening: absent)) == .screeningNotExported)
    let first = try await service.screening(of: "c1").id
    try await service.run(
      AmendScreening.self, .init(screening: first, answers: [ItemCode("E3"): ResponseCode("ALW")], reason: "misread"))
    #expect(try await service.refusal(ExportScreening.self, .init(screening: first)) == .screeningNotExported)
    #expect(try await service.refusal(ExportScreening.self, .init(screening: ScreeningID("none"))) == .notFound)
  }
}
