// SPDX-License-Identifier: Apache-2.0

import Fingerprints
package import Handlers
package import Storage
import StorageSQLite
import Synchronization
package import Vocabulary

/// A laptop with a store of its own that has met a service, as one person's. Its clock can be off, and it can be killed.
package final class MadeUpDevice: Sendable {
  private struct State {
    var practice: Practice?
    /// Seconds.
    var clockAhead = 0
  }

  package let person: Principal
  private let number: UInt64
  private let folder: TemporaryFolder
  private let seconds = Ticks()
  private let ids = Ticks()
  private let state = Mutex(State())

  /// - Parameters:
  ///   - number: tells its ids from those of other devices.
  ///   - settings: whose children it takes along; none = everyone.
  package init(of name: String, _ role: Role = .therapist, number: UInt64, settings: [SettingID] = []) async throws {
    self.person = Principal(name: name, role: role, area: MadeUpService.area, purpose: "test")
    self.number = number
    self.folder = try TemporaryFolder()
    try await self.restart()
    try await self.meet(settings: settings)
  }

  package var practice: Practice {
    guard let practice = self.state.withLock({ $0.practice }) else { preconditionFailure("a device without a store") }
    return practice
  }

  package func setClock(ahead seconds: Int) { self.state.withLock { $0.clockAhead = seconds } }

  private func now() -> Instant {
    let ahead = self.state.withLock { $0.clockAhead }
    return Instant(microseconds: (1_795_338_000 + ahead + self.seconds.next()) * 1_000_000)
  }

  /// Opens the store anew as it lies on the disk. What was open is left as a killed process leaves it.
  package func restart() async throws {
    let driver = try await SQLiteDriver.open(at: "\(self.folder.path)/elsec.db", creating: true)
    let store = try await Store.open(
      driver, hash: sha256, clock: { [self] in self.now() }, migrating: self.state.withLock { $0.practice == nil })
    let practice = try Practice.ofContent(
      store: store,
      newID: { [self] in
        UUIDv7.text(at: self.now(), random: (self.number, UInt64(self.ids.next())))
      })
    self.state.withLock { $0.practice = practice }
  }

  /// - Parameter settings: `nil` = as before.
  package func meet(settings: [SettingID]?) async throws {
    _ = try await MeetServer.run(
      .init(
        address: "service:4710", person: self.person.name, role: self.person.role, areaName: "Wrenmoor",
        settings: settings, clockAhead: 0, auditRoot: nil),
      in: self.practice, as: self.person)
  }
}
