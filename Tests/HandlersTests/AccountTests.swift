// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Handlers
import Storage
import Testing
import Vocabulary

/// Who gets in.
@Suite struct AccountTests {
  private func add(_ name: String, _ role: Role, to service: Service) async throws {
    try await service.run(AddAccount.self, self.account(name, role), as: .admin)
  }

  private func account(_ name: String, _ role: Role, token: String? = nil) -> AddAccount.Input {
    AddAccount.Input(name: name, role: role, token: token ?? "token of \(name)")
  }

  private func whoIs(_ name: String, in service: Service) async throws -> Principal {
    try await WhoIs.principal(
      named: name,
      in: Service.area,
      of: service.practice.store,
      purpose: "rota plan"
    )
  }

  private func isKnown(_ name: String, in service: Service) async throws -> Bool {
    do {
      _ = try await self.whoIs(name, in: service)
      return true
    } catch let fault as Fault where fault.code == .accessUnknownPerson {
      return false
    }
  }

  @Test func withoutAnyAccountTheOwnerIsTheAdministrator() async throws {
    let service = try await Service()
    let owner = try await self.whoIs("anyone", in: service)
    #expect(owner.role == .admin && owner.name == "anyone")
    #expect(owner.area == Service.area && owner.purpose == "rota plan")
  }

  @Test func theFirstAccountClosesTheDoorToOthers() async throws {
    let service = try await Service()
    try await self.add("Ada", .admin, to: service)
    try await self.add("Pat", .practitioner, to: service)
    #expect(try await self.whoIs("Ada", in: service).role == .admin)
    #expect(try await self.whoIs("Pat", in: service).role == .practitioner)
    #expect(try await !self.isKnown("anyone", in: service))
  }

  @Test(arguments: Role.allCases.filter { $0 != .admin })
  func theFirstAccountIsAnAdministrators(_ role: Role) async throws {
    let service = try await Service()
    let refused = try await service.refusal(AddAccount.self, self.account("Pat", role), as: .admin)
    #expect(refused == .accessNeedsAdministrator)
    #expect(try await self.whoIs("anyone", in: service).role == .admin)
  }

  @Test func aRevokedAccountIsRefusedAndItsNameStaysTaken() async throws {
    let service = try await Service()
    try await self.add("Ada", .admin, to: service)
    try await self.add("Pat", .practitioner, to: service)
    try await service.run(RevokeAccount.self, "Pat", as: .admin)
    #expect(try await !self.isKnown("Pat", in: service))
    #expect(try await service.refusal(RevokeAccount.self, "Pat", as: .admin) == .storeConflict)
    let again = self.account("Pat", .practitioner, token: "another")
    #expect(try await service.refusal(AddAccount.self, again, as: .admin) == .storeConflict)
    let listed = try await service.run(ListAccounts.self, (), as: .auditor)
    #expect(listed.map(\.name) == ["Ada", "Pat"])
    #expect(listed.map { $0.revokedAt != nil } == [false, true])
  }

  @Test func theLastAdministratorStays() async throws {
    let service = try await Service()
    try await self.add("Ada", .admin, to: service)
    #expect(
      try await service.refusal(RevokeAccount.self, "Ada", as: .admin) == .accessNeedsAdministrator)
    #expect(try await self.isKnown("Ada", in: service))
    try await self.add("Eve", .admin, to: service)
    try await service.run(RevokeAccount.self, "Ada", as: .admin)
    #expect(try await !self.isKnown("Ada", in: service))
    #expect(try await self.isKnown("Eve", in: service))
  }

  @Test func anAccountThatIsNotThereCannotBeRevoked() async throws {
    let service = try await Service()
    try await self.add("Ada", .admin, to: service)
    #expect(try await service.refusal(RevokeAccount.self, "Pat", as: .admin) == .storeNotFound)
  }

  @Test func aTokenIsKeptOnlyAsItsHash() async throws {
    let service = try await Service()
    let token = "s3cret-token-that-nobody-else-has"
    let account = self.account("Ada of the office", .admin, token: token)
    try await service.run(AddAccount.self, account, as: .admin)
    let hash = sha256(Array(token.utf8))
    let found = try await service.practice.store.account(tokenHash: hash)
    #expect(found?.account.name == "Ada of the office" && found?.area == Service.area)
    #expect(try service.folder.holds("Ada of the office"))
    #expect(try !service.folder.holds(token))
  }

  @Test func aRevokedTokenIsNobodys() async throws {
    let service = try await Service()
    try await self.add("Ada", .admin, to: service)
    try await self.add("Pat", .practitioner, to: service)
    try await service.run(RevokeAccount.self, "Pat", as: .admin)
    let hash = sha256(Array("token of Pat".utf8))
    #expect(try await service.practice.store.account(tokenHash: hash) == nil)
  }

  @Test func aTokenBelongsToOnePerson() async throws {
    let service = try await Service()
    try await self.add("Ada", .admin, to: service)
    let thief = self.account("Eve", .admin, token: "token of Ada")
    #expect(try await service.refusal(AddAccount.self, thief, as: .admin) == .storeConflict)
  }

  @Test(arguments: ["", "   ", String(repeating: "a", count: 81)])
  func aNameHasOneTo80Characters(_ name: String) async throws {
    let service = try await Service()
    #expect(try await service.refusal(AddAccount.self, self.account(name, .admin), as: .admin) == .notValid)
    let longest = String(repeating: "a", count: 80)
    try await self.add(longest, .admin, to: service)
    #expect(try await self.isKnown(longest, in: service))
  }
}
