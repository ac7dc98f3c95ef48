// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@Suite struct ScreeningTests {
  @Test(arguments: Driver.allCases)
  func anAmendmentLeavesTheFirstScreeningAsItWas(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { records in
        try records.add(.first)
        try records.add(.amended("s2", "s1"))
      }
      let (first, successor, current, every) = try await test.write { records in
        (
          try records.screening("s1"), try records.successor(of: "s1"),
          try records.screenings(of: "c1").map(\.id), try records.screenings(currentOnly: false).map(\.id)
        )
      }
      #expect(first == .first)
      #expect(successor == .amended("s2", "s1"))
      #expect(current == ["s2"])
      #expect(every == ["s1", "s2"])
    }
  }

  @Test(arguments: Driver.allCases)
  func aScreeningIsSupersededOnce(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { records in
        try records.add(.first)
        try records.add(.amended("s2", "s1"))
      }
      _ = await fault(.storeChangedMeanwhile) { try await test.write { try $0.add(.amended("s3", "s1")) } }
      try await test.write { try $0.add(.amended("s3", "s2")) }
      let current = try await test.write { try $0.screenings(in: "k1").map(\.id) }
      #expect(current == ["s3"])
    }
  }

  @Test(arguments: Driver.allCases)
  func anAmendmentNeedsAReasonAParentAndTheSameChild(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { try $0.add(.first) }
      var another = ScreeningRecord.amended("s2", "s1")
      another.child = "c2"
      var reasonless = ScreeningRecord.first
      reasonless.amendmentReason = "why"
      let cases: [(Fault.Code, ScreeningRecord)] = [
        (.storeConflict, .amended("s2", "s1", reason: nil)),
        (.storeConflict, .amended("s2", "s1", reason: " \n")),
        (.storeNotFound, .amended("s2", "nowhere")), (.storeConflict, another), (.storeConflict, reasonless),
        (.storeConflict, .first),
      ]
      for (code, screening) in cases {
        _ = await fault(code) { try await test.write { try $0.add(screening) } }
      }
      let kept = try await test.count("screening")
      #expect(kept == 1)
    }
  }

  @Test(arguments: Driver.allCases)
  func theSameUploadTwiceAddsNothing(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let batch = [ScreeningRecord.first, .amended("s2", "s1")]
      let first = try await test.write { try $0.add(batch) }
      let entries = try await test.entries { _ = try $0.add(batch) }
      #expect(first == [.added, .added])
      #expect(entries.isEmpty)
      var other = ScreeningRecord.first
      other.band = "green"
      let changed = other
      _ = await fault(.storeConflict) { try await test.write { try $0.add([changed]) } }
    }
  }

  @Test(arguments: Driver.allCases)
  func theLatestConfirmationCounts(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      var later = TierConfirmationRecord(
        id: "t2",
        screening: "s1",
        tier: "specialist",
        by: "Thea Therapist",
        role: .therapist,
        isOverride: true,
        reason: "heard her at lunch",
        at: moment
      )
      later.at = Instant(microseconds: moment.microseconds + 1)
      let override = later
      try await test.write { records in
        try records.add(.first)
        try records.add(TierConfirmationRecord.agreed)
        try records.add(override)
      }
      let (counts, every) = try await test.write {
        (try $0.confirmation(of: "s1"), try $0.confirmations(of: "s1"))
      }
      #expect(counts == override)
      #expect(every == [override, .agreed])
      let decided = try await test.write { try $0.decidedScreenings() }
      #expect(decided.map(\.confirmation) == [override])
    }
  }

  @Test(arguments: Driver.allCases)
  func aConfirmationNeedsANameAndAnOverrideAReason(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { try $0.add(.first) }
      func confirmation(
        _ tier: String,
        override: Bool,
        reason: String? = nil,
        by: String = "Thea",
        of id: ScreeningID = "s1"
      ) -> TierConfirmationRecord {
        TierConfirmationRecord(
          id: "t1",
          screening: id,
          tier: tier,
          by: by,
          role: .therapist,
          isOverride: override,
          reason: reason,
          at: moment
        )
      }
      let cases: [(Fault.Code, TierConfirmationRecord)] = [
        (.storeConflict, confirmation("specialist", override: true)),
        (.storeConflict, confirmation("specialist", override: true, reason: "  ")),
        (.storeConflict, confirmation("specialist", override: false, reason: "x")),
        (.storeConflict, confirmation("targeted", override: true, reason: "x")),
        (.storeConflict, confirmation("targeted", override: false, by: " ")),
        (.storeNotFound, confirmation("targeted", override: false, of: "nowhere")),
      ]
      for (code, record) in cases {
        _ = await fault(code) { try await test.write { try $0.add(record) } }
      }
      try await test.write { try $0.add(.amended("s2", "s1")) }
      _ = await fault(.storeChangedMeanwhile) {
        try await test.write { try $0.add(TierConfirmationRecord.agreed) }
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func keystrokesAreNumberedAndStopWhenTheSittingEnds(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { try $0.add(EntryRecord.sitting) }
      for (index, kind) in EntryEventKind.allCases.enumerated() {
        let event = try await test.write { try $0.append(kind, item: "U1", code: "1", to: "e1") }
        #expect(event.sequence == index + 1)
      }
      let events = try await test.write { try $0.events(of: "e1") }
      #expect(events.map(\.kind) == EntryEventKind.allCases)
      let open = try await test.write { try $0.entries(by: "Pat").map(\.id) }
      #expect(open == ["e1"])
      try await test.write { try $0.finish("e1") }
      _ = await fault(.storeConflict) { try await test.write { try $0.append(.answer, to: "e1") } }
      _ = await fault(.storeConflict) { try await test.write { try $0.abandon("e1") } }
      _ = await fault(.storeNotFound) { try await test.write { try $0.finish("e9") } }
      let left = try await test.write { (try $0.entries().count, try $0.entry("e1")?.status) }
      #expect(left == (0, .finished))
    }
  }

  @Test(arguments: Driver.allCases)
  func decidedScreeningsAreTheCurrentOnes(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { records in
        try records.add(.first)
        try records.add(TierConfirmationRecord.agreed)
        try records.add(.amended("s2", "s1"))
      }
      let decided = try await test.write { try $0.decidedScreenings() }
      #expect(decided.map(\.screening.id) == ["s2"])
      #expect(decided.map(\.confirmation) == [nil])
      let later = try await test.write { try $0.decidedScreenings(phase: .followup) }
      #expect(later.isEmpty)
    }
  }

  @Test(arguments: Driver.allCases)
  func cohortFactsHoldEveryChildAndNameNone(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let year = CohortRecord.reception.academicYear
      let before = try await test.read { try $0.cohortFacts(in: year, screener: "demo", phase: .baseline) }
      #expect(before.isEmpty)
      try await test.write { records in
        try records.add(.first)
        try records.add(.amended("s2", "s1"))
      }
      let facts = try await test.read { try $0.cohortFacts(in: year, screener: "demo", phase: .baseline) }
      #expect(facts.count == 2)
      #expect(Set(facts.map(\.key)).count == 2)
      #expect(facts.filter(\.isScreened).map(\.band) == ["green"])
      for fact in facts {
        for personal in ["\"c1\"", "\"c2\"", "Amina", "Ben", "2021"] {
          #expect(!"\(fact)".contains(personal))
        }
      }
      let others = try await test.read { reading in
        [
          try reading.cohortFacts(in: year, screener: "other", phase: .baseline),
          try reading.cohortFacts(in: year, screener: "demo", phase: .followup),
          try reading.cohortFacts(in: year.adding(years: 1), screener: "demo", phase: .baseline),
        ]
      }
      #expect(others == [[], [], []])
    }
  }

  @Test(arguments: Driver.allCases)
  func aCourseSessionIsHeldWhenTheLastWordSaysSo(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      func sessions() async throws -> [Bool] {
        try await test.write { try $0.courseSessions(before: isoWeek("2026-W50")).map(\.wasHeld) }
      }
      #expect(try await sessions() as [Bool] == [false, false])
      for (index, outcome) in [VisitOutcome.done, .missed].enumerated() {
        let word = VisitDoneRecord(
          id: VisitDoneID("d\(index)"),
          visit: "v1",
          outcome: outcome,
          by: "Pat",
          at: Instant(microseconds: moment.microseconds + index)
        )
        try await test.write { try $0.add(word) }
        let held = outcome == .done
        #expect(try await sessions() as [Bool] == [held, held])
      }
      let earlier = try await test.write { try $0.courseSessions(before: isoWeek("2026-W49")) }
      #expect(earlier.isEmpty)
    }
  }

  @Test(arguments: Driver.allCases)
  func anAreasSecretStaysAndIsItsOwn(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.store.write(as: .elsewhere) { try $0.put(AreaRecord.shropshire) }
      let first = try await test.write { try $0.secret(named: "salt") }
      let again = try await test.write { try $0.secret(named: "salt") }
      let other = try await test.write { try $0.secret(named: "pepper") }
      let theirs = try await test.store.write(as: .elsewhere) { try $0.secret(named: "salt") }
      #expect(first == again)
      #expect(Digest(hex: first) != nil)
      #expect(Set([first, other, theirs]).count == 3)
    }
  }
}
