// SPDX-License-Identifier: Apache-2.0

import Fingerprints
package import Handlers
package import Storage
import StorageSQLite
package import Vocabulary

/// A laptop with a store of its own that has met a service, as one person's.
package final class MadeUpDevice: Sendable {
  package let practice: Practice
  package let person: Principal
  private let folder: TemporaryFolder

  /// - Parameters:
  ///   - number: tells its ids from those of other devices.
  ///   - settings: whose children it takes along; none = everyone.
  package init(of name: String, _ role: Role = .therapist, number: UInt64, settings: [SettingID] = []) async throws {
    let (folder, seconds, ids) = (try TemporaryFolder(), Ticks(), Ticks())
    let driver = try await SQLiteDriver.open(at: "\(folder.path)/elsec.db", creating: true)
    let clock = { @Sendable in Instant(microseconds: (1_795_338_000 + seconds.next()) * 1_000_000) }
    let store = try await Store.open(driver, hash: sha256, clock: clock, migrating: true)
    self.folder = folder
    self.practice = try Practice.ofContent(
      store: store,
      newID: {
        UUIDv7.text(at: Instant(microseconds: 1_795_338_000_000_000), random: (number, UInt64(ids.next())))
      })
    self.person = Principal(name: name, role: role, area: MadeUpService.area, purpose: "test")
    try await self.meet(settings: settings)
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
