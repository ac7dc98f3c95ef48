// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import Storage
import Testing
import Vocabulary

/// Which rotas of a week people have held before another.
@Suite struct HeldRotasTests {
  private func held(
    _ service: Service,
    rota: RotaID? = nil,
    as role: Role = .manager,
    onlyPublished: Bool = false
  ) async throws -> GetHeldRotas.Output {
    let input = GetRota.Input(week: Wrenmoor.week, rota: rota, onlyPublished: onlyPublished)
    return try await service.run(GetHeldRotas.self, input, as: role)
  }

  @Test func onlyRotasThatWerePublishedBeforeCountOldestFirst() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let first = try await service.plan().rota.record.id
    #expect(try await self.held(service).earlier.isEmpty)
    try await service.publish()
    try await service.plan(seed: 2)
    let third = try await service.plan(seed: 3).rota.record.id
    #expect(try await self.held(service).earlier.map(\.record.id) == [first], "a draft is measured against it")
    try await service.publish(rota: third)
    let fourth = try await service.plan(seed: 4).rota.record.id
    try await service.publish(rota: fourth)

    let output = try await self.held(service)
    #expect(output.rota.record.id == fourth)
    #expect(output.earlier.map(\.record.id) == [first, third])
    #expect(output.superseded?.record.id == third && output.superseded?.record.status == .superseded)
    #expect(try await self.held(service, rota: third).earlier.map(\.record.id) == [first])
    let seen = try await self.held(service, as: .practitioner, onlyPublished: true)
    #expect(seen.rota.record.id == fourth && seen.earlier.count == 2)
  }

  @Test func whoSeesNoRotaSeesNoneBeforeIt() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    try await service.plan()
    let input = GetRota.Input(week: Wrenmoor.week)
    #expect(try await service.refusal(GetHeldRotas.self, input, as: .practitioner) == .notFound)
  }
}
