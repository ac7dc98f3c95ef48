// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Client
import Glibc
import Handlers
import Service
import Storage
import StrictJSON
import Vocabulary

/// One exchange of this device's store with its service, from the sign-in to the goodbye.
struct DeviceExchange {
  struct Outcome {
    let report: SyncReport
    let status: ShowSync.Output
    /// What the person has to know besides.
    let warnings: [String]
  }

  let store: Store
  let practice: Practice
  let remote: RemoteOptions
  /// `nil` = as before.
  let settings: [SettingID]?
  let retriesRejected: Bool
  let acceptsClock: Bool
  let acceptsAudit: Bool

  /// More than this and whoever syncs is told.
  private static let clockWarning = 5 * 60_000
  /// More than this and nothing is sent before somebody has looked.
  private static let clockLimit = 24 * 3_600_000

  func run() async throws -> Outcome {
    let before = try await self.known()
    let address = try self.remote.address(known: before?.address)
    let began = Moment.now()
    let connection = try await ServiceConnection.open(
      to: address, token: try self.remote.token(), client: "elsec \(Elsec.configuration.version)")
    do {
      let clockAhead = Self.ahead(began, Moment.now(), of: connection.greeting.time)
      let outcome = try await self.exchange(with: connection, at: address, before, clockAhead)
      await connection.close()
      return outcome
    } catch {
      await connection.close()
      throw error
    }
  }

  private func exchange(
    with connection: ServiceConnection, at address: ServiceAddress, _ before: SyncServerRecord?, _ clockAhead: Int
  ) async throws -> Outcome {
    let greeting = connection.greeting
    var warnings = try self.look(at: clockAhead)
    let call: WirePeer.Call = { try await connection.call($0, $1) }
    let root = try await KeptAuditRoot.compare(
      kept: self.acceptsAudit ? nil : before?.auditRoot, told: greeting.auditRoot, call: call)
    if let warning = root.warning {
      warnings.append("\(warning): tell whoever runs the service; --accept-audit ends this warning")
    }
    let person = try await self.person(greeting)
    _ = try await MeetServer.run(
      .init(
        address: "\(address)", person: greeting.user, role: person.role, areaName: greeting.area,
        settings: self.settings, clockAhead: clockAhead, auditRoot: root.note),
      in: self.practice, as: person)
    if self.retriesRejected { _ = try await RetryRejected.run((), in: self.practice, as: person) }
    let peer = WirePeer(
      device: Self.name, clockAhead: clockAhead, newID: { Moment.identifier() }, call: call)
    let report = try await ExchangeRecords.run(.init(peer: peer), in: self.practice, as: person)
    return Outcome(
      report: report, status: try await ShowSync.run((), in: self.practice, as: person), warnings: warnings)
  }

  /// The service that the store knows; `nil` before the first meeting.
  private func known() async throws -> SyncServerRecord? {
    guard let area = try await self.store.areas().first else { return nil }
    let nobody = Principal(name: "sync", role: .auditor, area: area.id, purpose: "sync")
    return try await self.store.read(as: nobody) { try $0.syncServer() }
  }

  private func person(_ greeting: ServiceGreeting) async throws -> Principal {
    guard let role = Storage.Role(rawValue: greeting.role) else {
      throw Fault(
        .serviceNotElsec, "the service gives a role that is not known here", maybe: "bring this program up to date")
    }
    let areas = try await self.store.areas()
    guard areas.isEmpty || areas.map(\.id.rawValue) == [greeting.area] else {
      throw Fault(
        .syncNoDevice, "the store is of the area \(areas[0].id), the service of \(greeting.area)",
        maybe: "give every area a store of its own, with --store")
    }
    return Principal(name: greeting.user, role: role, area: AreaID(greeting.area), purpose: "sync")
  }

  private func look(at clockAhead: Int) throws -> [String] {
    guard abs(clockAhead) > Self.clockWarning else { return [] }
    let minutes = abs(clockAhead) / 60_000
    let side = clockAhead > 0 ? "ahead of" : "behind"
    guard abs(clockAhead) <= Self.clockLimit || self.acceptsClock else {
      throw Fault(
        .syncClock, "this device's clock is \(minutes / 60) hours \(side) the service's",
        maybe: "set the clock, look at the dates of what was entered, then run this again with --accept-clock")
    }
    return ["this device's clock is \(minutes) minutes \(side) the service's"]
  }

  /// Milliseconds; the service told its time about halfway.
  private static func ahead(_ began: Instant, _ ended: Instant, of time: Instant) -> Int {
    ((began.microseconds + ended.microseconds) / 2 - time.microseconds) / 1_000
  }

  /// What the machine calls itself.
  private static var name: String {
    var bytes = [CChar](repeating: 0, count: 256)
    guard gethostname(&bytes, bytes.count - 1) == 0 else { return "device" }
    return String(decoding: bytes.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}

extension Fault.Code {
  /// The device's clock is so far off that its dates can't be trusted.
  static let syncClock = Fault.Code("sync.clock", .notSo)
}
