// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Foundation
package import Handlers
package import Service
package import Storage
import StorageSQLite
package import StrictJSON
import Synchronization
import Vocabulary

/// One made-up area's methods on a fresh store of its own: a school, a nursery, three people, nine children.
package final class MadeUpService: Sendable {
  package static let area = AreaID("E06999999")
  /// The Monday that opens ``week`` is two weeks after the screenings.
  package static let testDate = "2026-11-16"
  package static let week = "2026-W49"
  package static let screener = "elsec.open-demo"

  package let practice: Practice
  package let methods: MethodTable
  private let seconds: Ticks
  private let folder: TemporaryFolder

  package init() async throws {
    let (folder, seconds, ids) = (try TemporaryFolder(), Ticks(), Ticks())
    let driver = try await SQLiteDriver.open(at: "\(folder.path)/elsec.db", creating: true)
    let store = try await Store.open(
      driver, hash: sha256,
      clock: { Instant(microseconds: (1_795_251_600 + seconds.next()) * 1_000_000) }, migrating: true)
    self.folder = folder
    self.seconds = seconds
    self.practice = try Practice.ofContent(store: store, newID: { "n\(padded(ids.next(), to: 6))" })
    self.methods = MethodTable(self.practice, today: { CivilDate("2026-12-01") ?? CivilDate(dayNumber: 0) })
    try await self.settle()
  }

  /// Transactions so far: the store asks the clock once in each.
  package var transactions: Int { self.seconds.count }

  /// Someone of a role; named for it unless said otherwise.
  package func person(_ role: Role, named name: String? = nil) -> Principal {
    Principal(name: name ?? "a \(role.rawValue)", role: role, area: Self.area, purpose: "test")
  }

  /// - Parameter params: a JSON object.
  /// - Throws: `RPCError`.
  @discardableResult
  package func call(
    _ method: String, _ params: String = "{}", as role: Role = .admin, named name: String? = nil
  ) async throws -> JSONValue {
    let object = try JSONValue(reading: Array(params.utf8)).object ?? JSONObject()
    return try await self.methods.answer(method, object, as: self.person(role, named: name))
  }

  package func auditHead() async throws -> AuditHead {
    try await self.practice.store.read(as: self.person(.auditor)) { try $0.auditHead() }
  }

  /// Gives someone an account; the token is `token of <name>`.
  ///
  /// - Returns: the token.
  @discardableResult
  package func add(_ role: Role, named name: String) async throws -> String {
    try await AddAccount.run(
      .init(name: name, role: role, token: "token of \(name)"), in: self.practice, as: self.person(.admin))
    return "token of \(name)"
  }
}

/// Counts up.
final class Ticks: Sendable {
  private let value = Mutex(0)

  var count: Int { self.value.withLock { $0 } }

  func next() -> Int {
    self.value.withLock { value in
      value += 1
      return value
    }
  }
}

/// A folder that goes away with its owner.
package final class TemporaryFolder: Sendable {
  package let path: String

  package init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "elsec-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    self.path = url.path
  }

  deinit { try? FileManager.default.removeItem(atPath: self.path) }
}
