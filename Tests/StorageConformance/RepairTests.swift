// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

/// What a repair offered, who accepted it, and what is fixed by hand.
@Suite struct RepairTests {
  @Test(arguments: Driver.allCases)
  func whatIsOfferedTakesThePlaceOfWhatTheSamePersonWasOfferedBefore(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let other = RepairProposalRecord.offered(1, in: "x2", by: "Bo")
      try await test.write { records in
        try records.add(.draft("r1"), assignments: [])
        try records.put([RepairProposalRecord.offered(1), .offered(2)])
        try records.put([other])
      }
      let first = try await test.read { try $0.repairProposals(for: "r1", by: "Ada Manager") }
      #expect(first == [.offered(1), .offered(2)])
      try await test.write { try $0.put([RepairProposalRecord.offered(1, in: "x3")]) }
      let (own, all, named) = try await test.read {
        (
          try $0.repairProposals(for: "r1", by: "Ada Manager"), try $0.repairProposals(for: "r1"),
          try $0.repairProposals(repair: "x2")
        )
      }
      #expect(own == [.offered(1, in: "x3")])
      #expect(all.count == 2)
      #expect(named == [other])
    }
  }

  @Test(arguments: Driver.allCases)
  func aRotaHasAtMostOneAcceptance(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { records in
        try records.add(.draft("r1"), assignments: [])
        try records.add(RepairAcceptanceRecord.accepted)
      }
      let (found, none) = try await test.read {
        (try $0.repairAcceptance(of: "r1"), try $0.repairAcceptance(of: "r9"))
      }
      #expect(found == .accepted)
      #expect(none == nil)
      _ = await fault(.storeConflict) { try await test.write { try $0.add(RepairAcceptanceRecord.accepted) } }
    }
  }

  @Test(arguments: Driver.allCases)
  func pinsComeBackWholeByWeekUntilTheVisitIsCancelled(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let full = VisitPinRecord(
        visit: "v1", staff: ["p1", "p2"], day: date("2026-12-01"), start: 555, by: "Ada Manager", at: moment)
      let bare = VisitPinRecord(visit: "v1", by: "Ada Manager", at: moment)
      for pin in [full, bare] {
        try await test.write { try $0.put(pin) }
        let (one, week, other) = try await test.read {
          (try $0.pin(of: "v1"), try $0.pins(in: isoWeek("2026-W49")), try $0.pins(in: isoWeek("2026-W50")))
        }
        #expect(one == pin && week == [pin] && other.isEmpty)
      }
      try await test.write { try $0.cancel("v1", reason: "trip") }
      let left = try await test.read { try $0.pins(in: isoWeek("2026-W49")) }
      #expect(left.isEmpty)
      try await test.write { try $0.removePin(of: "v1") }
      _ = await fault(.storeNotFound) { try await test.write { try $0.removePin(of: "v1") } }
    }
  }
}
