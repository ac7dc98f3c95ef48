// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

/// Demand, rotas, evidence, keys and accounts: what may follow what.
@Suite struct WorkflowTests {
  @Test(arguments: Driver.allCases)
  func aWeekHasOnePublishedRota(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { records in
        for id in ["r1", "r2"] as [RotaID] { try records.add(.draft(id), assignments: [.first(of: id)]) }
        try records.publish("r1", replacing: nil)
      }
      let thrown = await fault(.storeChangedMeanwhile) {
        try await test.write { try $0.publish("r2", replacing: nil) }
      }
      #expect(thrown?.place == "r1")
      _ = await fault(.storeConflict) { try await test.write { try $0.publish("r1", replacing: "r1") } }
      _ = await fault(.storeNotFound) { try await test.write { try $0.publish("r9", replacing: nil) } }
      try await test.write { try $0.publish("r2", replacing: "r1") }
      let (held, first) = try await test.read {
        (try $0.publishedRota(for: isoWeek("2026-W49")), try $0.rota("r1"))
      }
      #expect(held?.id == "r2")
      #expect(held?.publishedBy == "Ada Manager")
      #expect(first?.status == .superseded)
      let other = try await test.read { try $0.publishedRota(for: isoWeek("2026-W50")) }
      #expect(other == nil)
    }
  }

  @Test(arguments: Driver.allCases)
  func twoPublishersAtOnceLeaveOneRota(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let ids = (0..<8).map { RotaID("r\($0)") }
      try await test.write { records in
        for id in ids { try records.add(.draft(id), assignments: []) }
      }
      let published = await withTaskGroup(of: Int.self) { group in
        for id in ids {
          group.addTask {
            (try? await test.write { try $0.publish(id, replacing: nil) }) == nil ? 0 : 1
          }
        }
        return await group.reduce(0, +)
      }
      #expect(published == 1)
    }
  }

  @Test(arguments: Driver.allCases)
  func aRotaBeginsAsADraftOverKnownVisits(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      var born = RotaRecord.draft("r1")
      born.status = .published
      let published = born
      var stray = RotaAssignmentRecord.first(of: "r1")
      stray = RotaAssignmentRecord(
        rota: "r1",
        visit: "nowhere",
        slot: 0,
        staff: "p1",
        day: stray.day,
        start: 0,
        end: 1
      )
      let unknown = stray
      _ = await fault(.storeConflict) { try await test.write { try $0.add(published, assignments: []) } }
      _ = await fault(.storeConflict) {
        try await test.write { try $0.add(.draft("r2"), assignments: [.first(of: "r1")]) }
      }
      _ = await fault(.storeConflict) {
        try await test.write { try $0.add(.draft("r1"), assignments: [unknown]) }
      }
      let kept = try await test.count("rota")
      #expect(kept == 0)
    }
  }

  @Test(arguments: Driver.allCases)
  func aCancelledVisitStaysOnRecord(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      _ = await fault(.storeConflict) { try await test.write { try $0.cancel("v1", reason: " ") } }
      _ = await fault(.storeNotFound) { try await test.write { try $0.cancel("v9", reason: "trip") } }
      try await test.write { try $0.cancel("v1", reason: "trip") }
      _ = await fault(.storeConflict) { try await test.write { try $0.cancel("v1", reason: "trip") } }
      let (asked, every) = try await test.read { reading in
        (
          try reading.visits(in: isoWeek("2026-W49")).count,
          try reading.visits(in: isoWeek("2026-W49"), includingCancelled: true).map(\.cancelReason)
        )
      }
      #expect(asked == 0)
      #expect(every == ["trip"])
    }
  }

  @Test(arguments: Driver.allCases)
  func aVisitsChildrenCanBeReplacedOrLeftAlone(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let changes = try await test.write { records in
        [
          try records.put(.group, for: ["c2", "c1"]), try records.put(.group),
          try records.put(.group, for: ["c2"]),
          try records.put(.group),
        ]
      }
      #expect(changes == [.unchanged, .unchanged, .changed, .unchanged])
      let children = try await test.write { try $0.children(of: "v1") }
      #expect(children == ["c2"])
    }
  }

  @Test(arguments: Driver.allCases)
  func theLastWordOnAVisitCounts(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      func word(_ id: VisitDoneID, _ outcome: VisitOutcome, _ offset: Int) -> VisitDoneRecord {
        VisitDoneRecord(
          id: id,
          visit: "v1",
          outcome: outcome,
          by: "Pat",
          at: Instant(microseconds: moment.microseconds + offset)
        )
      }
      let words = [word("d2", .missed, 0), word("d3", .done, 5), word("d1", .cancelled, 5)]
      try await test.write { records in
        for word in words { try records.add(word) }
      }
      let latest = try await test.read { try $0.visitsDone(in: isoWeek("2026-W49")).map(\.id) }
      #expect(latest == ["d3"])
    }
  }

  @Test(arguments: Driver.allCases)
  func evidenceIsHashedAndSupersededInPlace(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      var forged = EvidenceRecord.snapshot("ev9")
      forged.content += "0"
      var newer = EvidenceRecord.snapshot("ev2", content: "screened,610")
      newer.supersedes = "ev1"
      newer.acceptedBy = "Ada Manager"
      var elsewhere = EvidenceRecord.snapshot("ev3")
      elsewhere.section = 4
      elsewhere.supersedes = "ev1"
      elsewhere.acceptedBy = "Ada Manager"
      var unaccepted = EvidenceRecord.snapshot("ev4")
      unaccepted.supersedes = "ev1"
      let (wrong, next, astray, silent) = (forged, newer, elsewhere, unaccepted)
      try await test.write { try $0.add(EvidenceRecord.snapshot("ev1")) }
      for record in [wrong, astray, silent] {
        _ = await fault(.storeConflict) { try await test.write { try $0.add(record) } }
      }
      try await test.write { try $0.add(next) }
      _ = await fault(.storeChangedMeanwhile) {
        try await test.write { records in
          var again = next
          again = EvidenceRecord(
            id: "ev5",
            plan: "plan1",
            section: 3,
            kind: .elsecCohort,
            title: "",
            content: "",
            sha256: testHash([]),
            pulledBy: "Ada",
            pulledAt: moment,
            supersedes: "ev1",
            acceptedBy: "Ada"
          )
          try records.add(again)
        }
      }
      let (current, every) = try await test.read { reading in
        (
          try reading.evidence(of: "plan1").map(\.id),
          try reading.evidence(of: "plan1", currentOnly: false).map(\.id)
        )
      }
      #expect(current == ["ev2"])
      #expect(every == ["ev1", "ev2"])
    }
  }

  @Test(arguments: Driver.allCases)
  func aKeyGivesTheFirstAnswerAgain(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let (params, others) = (testHash([1]), testHash([2]))
      try await test.write { try $0.remember(#"{"id":"s1"}"#, forKey: "k", params: params) }
      let answer = try await test.read { try $0.answer(toKey: "k", params: params) }
      #expect(answer == #"{"id":"s1"}"#)
      let fresh = try await test.read { try $0.answer(toKey: "another", params: params) }
      #expect(fresh == nil)
      _ = await fault(.storeKeyReused) { try await test.read { try $0.answer(toKey: "k", params: others) } }
      _ = await fault(.storeConflict) {
        try await test.write { try $0.remember("{}", forKey: "k", params: params) }
      }
      let somebodyElse = Principal(name: "Cy", role: .practitioner, area: AreaRecord.telford.id)
      let theirs = try await test.store.read(as: somebodyElse) { try $0.answer(toKey: "k", params: others) }
      #expect(theirs == nil)
    }
  }

  @Test(arguments: Driver.allCases)
  func aRevokedTokenIsNobodys(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let account = AccountRecord(name: "Pat", role: .practitioner, tokenHash: definition, addedAt: moment)
      try await test.write { try $0.add(account) }
      let found = try await test.store.account(tokenHash: definition)
      #expect(found?.area == "E06000020")
      #expect(found?.account == account)
      _ = await fault(.storeConflict) { try await test.write { try $0.add(account) } }
      try await test.write { try $0.revoke("Pat") }
      let gone = try await test.store.account(tokenHash: definition)
      #expect(gone == nil)
      _ = await fault(.storeConflict) { try await test.write { try $0.revoke("Pat") } }
      _ = await fault(.storeNotFound) { try await test.write { try $0.revoke("Nobody") } }
    }
  }

  @Test(arguments: Driver.allCases)
  func cohortsAreFoundByWhatTheyAre(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let year = CohortRecord.reception.academicYear
      let found = try await test.read { reading in
        [
          try reading.cohorts(), try reading.cohorts(at: "123456"), try reading.cohorts(at: "EY123456"),
          try reading.cohorts(in: year, term: .autumn, yearGroup: .reception),
          try reading.cohorts(in: year.adding(years: 1)), try reading.cohorts(term: .spring),
        ].map(\.count)
      }
      #expect(found == [1, 1, 0, 1, 0, 0])
      let counted = try await test.read { (try $0.memberCount(of: "k1"), try $0.childCount(at: "123456")) }
      #expect(counted == (2, 2))
      let twin = CohortRecord(
        id: "k9",
        setting: "123456",
        academicYear: year,
        term: .autumn,
        yearGroup: .reception
      )
      _ = await fault(.storeConflict) { try await test.write { try $0.add(twin) } }
    }
  }
}
