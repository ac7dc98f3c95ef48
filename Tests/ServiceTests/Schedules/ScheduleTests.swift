// SPDX-License-Identifier: Apache-2.0

import Foundation
import Handlers
import MadeUpService
import Storage
import Testing
import Vocabulary

/// Whatever goes wrong on the way, in the end every device has what the service has, and nothing that anyone wrote is
/// lost, merged or there twice. `ELSEC_SCHEDULES` says how many schedules are tried (`Ops/check 19` tries 2,000).
@Suite struct ScheduleTests {
  private static let count = ProcessInfo.processInfo.environment["ELSEC_SCHEDULES"].flatMap { Int($0) } ?? 8

  @Test(arguments: 1...count) func inTheEndEveryoneHasTheSameAndNothingIsLost(_ seed: Int) async throws {
    var schedule = try await Schedule(seed: UInt64(seed))
    try await schedule.run(steps: 40)
    try await Self.settle(schedule)
    let (service, admin) = (schedule.service, schedule.service.person(.admin))
    let screenings = try await Schedule.screenings(service.practice, admin)
    let decisions = try await Schedule.decisions(service.practice, admin)
    try await Self.expectNothingLost(schedule, screenings, decisions)
    Self.expectNothingTwice(screenings, seed)
    for device in schedule.devices {
      #expect(try await Schedule.screenings(device.practice, device.person) == screenings, "seed \(seed)")
      #expect(try await Schedule.decisions(device.practice, device.person) == decisions, "seed \(seed)")
      let audit = try await VerifyAudit.run(.init(), in: device.practice, as: device.person.asAuditor)
      #expect(audit.firstBreak == nil, "seed \(seed)")
    }
    #expect(try await VerifyAudit.run(.init(), in: service.practice, as: admin).firstBreak == nil, "seed \(seed)")
  }

  /// Good lines, and a therapist who decides whatever waits, until nothing changes any more.
  private static func settle(_ schedule: Schedule) async throws {
    for peer in schedule.peers { peer.calm() }
    let therapist = schedule.service.person(.therapist)
    for round in 0..<12 {
      var changes = 0
      for number in schedule.devices.indices {
        let report = try await schedule.exchange(number)
        changes += report.sent + report.held + report.conflicts + report.rejected + report.children + report.waiting
      }
      let waiting = try await ListWaiting.run((), in: schedule.service.practice, as: therapist)
      // Whoever has written of it knows best which of the two is right; here either will do.
      for (place, record) in waiting.filter({ $0.state == .conflict }).enumerated() {
        let now = try await ListWaiting.run((), in: schedule.service.practice, as: therapist).first {
          $0.id == record.id
        }
        guard now?.state == .conflict else { continue }
        try await schedule.decide(record, (place + round).isMultiple(of: 2) ? .take : .drop)
      }
      if changes == 0, waiting.allSatisfy({ $0.state == .held }) { return }
    }
    Issue.record("it never ends")
  }

  /// Every record that anyone made is kept: as it was made, or aside with what became of it, or on its device with the
  /// reason for which the service refused it.
  private static func expectNothingLost(
    _ schedule: Schedule, _ screenings: [ScreeningRecord], _ decisions: [TierConfirmationRecord]
  ) async throws {
    let kept = Dictionary(uniqueKeysWithValues: screenings.map { ($0.id.rawValue, $0.answers) })
      .merging(decisions.map { ($0.id.rawValue, $0.tier) }) { first, _ in first }
    for (device, made) in zip(schedule.devices, schedule.made) {
      let status = try await ShowSync.run((), in: device.practice, as: device.person)
      #expect(status.unsent == 0)
      let rejected = Set(status.unsettled.filter { $0.state == .rejected }.map(\.id))
      for one in made where kept[one.id] != one.says {
        let received = try await schedule.service.practice.store.write(as: schedule.service.person(.admin)) {
          try $0.received(one.id)
        }
        let isAside = received?.body != nil
        // The same answers had come before it, under another id.
        let isSame = received?.state == .stored && received?.parent.map { kept[$0.rawValue] == one.says } == true
        let isTaken = received?.state == .taken
        #expect(isAside || isSame || isTaken || rejected.contains(one.id), "\(one) is nowhere")
        #expect(kept[one.id] == nil, "\(one) became \(kept[one.id] ?? "")")
      }
    }
  }

  private static func expectNothingTwice(_ screenings: [ScreeningRecord], _ seed: Int) {
    let superseded = screenings.compactMap(\.supersedes)
    #expect(superseded.count == Set(superseded).count, "seed \(seed): two amendments stand")
    let current = screenings.filter { !superseded.contains($0.id) }
    let sittings = current.map { "\($0.child) \($0.phase) \($0.testDate) \($0.screener)" }
    #expect(sittings.count == Set(sittings).count, "seed \(seed): one sitting is there twice")
  }
}

extension Principal {
  /// On a device nobody has another role; what is checked here is the chain.
  fileprivate var asAuditor: Principal {
    Principal(name: self.name, role: .admin, area: self.area, purpose: self.purpose)
  }
}
