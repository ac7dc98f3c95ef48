// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Handlers
import Storage
import StorageSQLite
import Vocabulary

/// One area's service on a fresh store of its own.
final class Service: Sendable {
  static let area = AreaID("E06999999")

  let practice: Practice
  let clock = TickingClock()
  let folder: TemporaryFolder

  /// An area with a name and nothing else.
  init() async throws {
    self.folder = try TemporaryFolder()
    let driver = try await SQLiteDriver.open(at: "\(self.folder.path)/elsec.db", creating: true)
    let clock = self.clock
    let store = try await Store.open(driver, hash: sha256, clock: { clock.now() }, migrating: true)
    self.practice = try Practice(store: store, ids: CountingIDs())
    try await self.run(SetArea.self, SetArea.Input(name: "Wrenmoor (made-up)"))
  }

  /// Someone of a role; named for it unless said otherwise.
  func person(_ role: Role, named name: String? = nil) -> Principal {
    Principal(name: name ?? "a \(role.rawValue)", role: role, area: Self.area, purpose: "test")
  }

  @discardableResult
  func run<Asked: Handlers.Operation>(
    _ operation: Asked.Type,
    _ input: Asked.Input,
    as role: Role = .manager,
    named name: String? = nil
  ) async throws -> Asked.Output {
    try await operation.run(input, in: self.practice, as: self.person(role, named: name))
  }

  /// What an operation is refused with; `nil` when it is not refused.
  func refusal<Asked: Handlers.Operation>(
    _ operation: Asked.Type,
    _ input: Asked.Input,
    as role: Role = .manager,
    named name: String? = nil
  ) async throws -> Fault.Code? {
    do {
      try await self.run(operation, input, as: role, named: name)
      return nil
    } catch let fault as Fault {
      return fault.code
    }
  }

  func auditHead() async throws -> AuditHead {
    try await self.practice.store.read(as: self.person(.auditor)) { try $0.auditHead() }
  }

  /// How many entries the audit holds, once every link of its chain has been found whole.
  func auditLength() async throws -> Int? {
    let audit = try await self.run(VerifyAudit.self, .init(), as: .auditor)
    return audit.firstBreak == nil ? audit.head.sequence : nil
  }

  func children() async throws -> [ChildRecord] {
    try await self.run(ListChildren.self, ListChildren.Input(setting: nil))
  }
}
