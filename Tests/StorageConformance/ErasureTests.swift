// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

extension ErasureRecord {
  static func of(_ child: ChildID, askedBy: String = "Ada Manager", approvedBy: String = "Bo Manager") -> Self {
    ErasureRecord(
      child: child, reason: "asked by the family", askedBy: askedBy, approvedBy: approvedBy,
      dueOn: date("2046-10-31"), earlyReason: "asked for", audit: AuditHead(sequence: 7, hash: testHash([7])),
      at: moment)
  }
}

extension TestStore {
  /// Everything that can be kept about a child, of `c1`, and some of it of `c2`. What only `c1` may have said of her
  /// holds the word `canary`, her name, her birth date or her number.
  func fillChild() async throws {
    try await self.fill()
    try await self.write { records in
      try records.put(
        ChildIdentifierRecord(child: "c1", scheme: .upn, value: "B801200005001", purpose: "canary purpose"))
      try records.add(EntryRecord.sitting)
      try records.append(.answer, item: "U1", code: "canary", to: "e1")
      try records.add(ScreeningRecord.first)
      try records.add(TierConfirmationRecord.agreed)
      try records.add(SecondRatingRecord.second("r1", answers: "U1=canary"))
      try records.add(ScreeningRecord.amended("s2", "s1", reason: "canary reason"))
      let alone = DemandVisitRecord(
        id: "v2", setting: "123456", week: isoWeek("2026-W49"), kind: "one", minutes: 20, reason: "canary alone")
      try records.put(alone, for: ["c1"])
      try records.add(
        VisitDoneRecord(id: "d1", visit: "v1", outcome: .done, note: "shared note", by: "Pat", at: moment),
        attended: ["c1", "c2"])
      try records.add(
        VisitDoneRecord(id: "d2", visit: "v2", outcome: .done, note: "canary note", by: "Pat", at: moment),
        attended: ["c1"])
      try records.setLegalHold(true, on: "c1", reason: "canary inquiry")
      try records.setLegalHold(false, on: "c1", reason: "canary ended")
      try records.add([
        ReceivedRecord(
          id: "w1", kind: .amendment, child: "c1", parent: ScreeningID("s2"), bodyHash: definition, body: "canary",
          by: "Pat", role: .practitioner, device: "tablet", madeAt: moment, receivedAt: moment, state: .held)
      ])
      try records.remember(#"{"screening":"s1","band":"canary"}"#, forKey: "k", params: definition)
      try records.remember(#"{"screening":"s9"}"#, forKey: "other", params: definition)
    }
  }
}

/// What an erasure takes away, what it leaves, and that nothing else lets go of a record.
@Suite struct ErasureTests {
  static let canaries = ["canary", "Amina", "Zzyzxova", "2021-10-31", "B801200005001"]

  /// Every table with its columns of text.
  private func columns(_ driver: Driver, _ test: TestStore) async throws -> [String: [String]] {
    let sql =
      switch driver {
      case .sqlite, .sealed:
        """
        SELECT group_concat(m.name || '.' || c.name) FROM sqlite_master m JOIN pragma_table_info(m.name) c
        WHERE m.type = 'table' AND lower(c.type) = 'text' AND m.name NOT LIKE 'sqlite%'
        """
      case .postgres:
        """
        SELECT string_agg(table_name || '.' || column_name, ',') FROM information_schema.columns
        WHERE table_schema = 'elsec' AND data_type = 'text'
        """
      }
    var columns: [String: [String]] = [:]
    for name in try await self.words(sql, test) {
      let parts = name.split(separator: ".").map(String.init)
      columns[parts[0], default: []].append(parts[1])
    }
    return columns
  }

  /// Tables that hold the text somewhere.
  private func tables(
    holding text: String, in columns: [String: [String]], _ driver: Driver, _ test: TestStore, whole: Bool = false
  ) async throws -> Set<String> {
    let parts = columns.map { table, columns in
      let conditions = columns.map { whole ? "\($0) = '\(text)'" : "\($0) LIKE '%\(text)%'" }
      return """
        SELECT '\(table)' AS name WHERE EXISTS (SELECT 1 FROM \(table) WHERE \(conditions.joined(separator: " OR ")))
        """
    }
    let all = parts.joined(separator: " UNION ALL ")
    let join = driver != .postgres ? "group_concat(name)" : "string_agg(name, ',')"
    return Set(try await self.words("SELECT \(join) FROM (\(all)) AS found", test))
  }

  private func words(_ sql: String, _ test: TestStore) async throws -> [String] {
    guard case .text(let found)? = try await test.database.tamper([sql]) else { return [] }
    return found.split(separator: ",").map(String.init)
  }

  @Test(arguments: Driver.allCases)
  func nothingOfTheChildIsLeftButIdsAndTheErasure(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fillChild()
      let columns = try await self.columns(driver, test)
      #expect(columns.count > 40)
      for canary in Self.canaries {
        let holding = try await self.tables(holding: canary, in: columns, driver, test)
        // In the file of a sealed store it is not even before.
        #expect(holding.isEmpty == (driver == .sealed), "\(canary) in \(holding.sorted())")
        #expect(holding.isDisjoint(with: ["audit", "audit_subject"]), "the audit holds \(canary)")
      }
      let outcome = try await test.write { try $0.erase(.of("c1")) }
      #expect(outcome.sharedNotes == 1)
      #expect(outcome.rows == 16)
      for canary in Self.canaries {
        let holding = try await self.tables(holding: canary, in: columns, driver, test)
        #expect(holding == [], "\(canary) is still there")
      }
      for (id, left) in [
        ("c1", ["audit", "audit_subject", "erasure"]), ("s1", ["audit"]), ("s2", ["audit"]), ("e1", ["audit"]),
      ] {
        let holding = try await self.tables(holding: id, in: columns, driver, test, whole: true)
        #expect(holding == Set(left), "\(id)")
      }
    }
  }

  /// A table that comes to refer to a child has to be in the list of what is shown and erased, and in here.
  @Test(arguments: Driver.allCases)
  func everyTableThatRefersToAChildIsKnown(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let columns = try await self.columns(driver, test)
      let referring = columns.filter { !Set($0.value).isDisjoint(with: ["child", "entry", "screening", "visit_done"]) }
      #expect(
        Set(referring.keys) == [
          "child_identifier", "cohort_child", "demand_visit_child", "entry", "entry_event", "legal_hold", "screening",
          "second_rating", "tier_confirmation", "visit_attendance", "audit_subject", "erasure", "received_record",
          "fetched_child", "released_child",
        ])
    }
  }

  @Test(arguments: Driver.allCases)
  func theChainHoldsAndWhatIsOfOthersStays(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fillChild()
      let root = try await test.keepRoot()
      let entries = try await test.entries { _ = try $0.erase(.of("c1")) }
      #expect(
        entries.map { "\($0.fact.action.rawValue) \($0.fact.kind) \($0.fact.entity)" }
          == ["add erasure c1", "remove child c1"])
      let found = try await test.findings(kept: [root])
      #expect(found.firstBreak == nil)
      let check = try await test.store.check()
      #expect(check.isSound)
      let (second, first, visits, done) = try await test.write { records in
        (
          try records.child("c2"), try records.child("c1"), try records.children(of: "v1"),
          try records.attendance(of: "d1")
        )
      }
      #expect(second == .ben)
      #expect(first == nil)
      #expect(visits == ["c2"] && done == ["c2"])
      let (ledger, answer) = try await test.read {
        (try $0.erasures(), try $0.answer(toKey: "other", params: definition))
      }
      #expect(ledger == [.of("c1")])
      #expect(answer != nil)
      #expect(try await test.count("visit_done") == 2)
    }
  }

  @Test(arguments: Driver.allCases)
  func withoutAnErasureOnRecordNothingIsLetGo(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fillChild()
      _ = try await test.write { try $0.erase(.of("c2")) }
      for table in [
        "screening", "tier_confirmation", "second_rating", "entry_event", "visit_attendance", "legal_hold",
      ] {
        let before = try await test.count(table)
        #expect(before > 0)
        _ = await fault(.storeAppendOnly) { try await test.tamper(["DELETE FROM \(table)"]) }
        #expect(try await test.count(table) == before)
      }
      _ = await fault(.storeAppendOnly) {
        try await test.tamper(["UPDATE visit_done SET note = '' WHERE id = 'd2'"])
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func anErasedChildsVisitLosesItsNoteAndNothingElse(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fillChild()
      try await test.write { records in
        try records.add(
          VisitDoneRecord(id: "d3", visit: "v1", outcome: .missed, note: "n", by: "Pat", at: moment), attended: [])
      }
      // The erasure alone, as if its deletions were still to come.
      try await test.tamper([
        """
        INSERT INTO erasure (area, child, reason, asked_by, approved_by, due_on, audit_size, audit_hash, made_at)
        VALUES ('E06000020', 'c1', 'r', 'a', 'b', '2046-10-31', 0, '', '')
        """
      ])
      for change in ["note = 'forged'", "note = '', outcome = 'missed'", "note = '', minutes = 99", "made_by = 'x'"] {
        _ = await fault(.storeAppendOnly) { try await test.tamper(["UPDATE visit_done SET \(change)"]) }
      }
      _ = await fault(.storeAppendOnly) { try await test.tamper(["DELETE FROM visit_done"]) }
      _ = await fault(.storeAppendOnly) { try await test.tamper(["UPDATE screening SET answers = ''"]) }
      try await test.tamper(["UPDATE visit_done SET note = ''"])
    }
  }

  @Test(arguments: Driver.allCases)
  func anErasedChildIsNotAddedAgainNorErasedAgain(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fillChild()
      _ = try await test.write { try $0.erase(.of("c1")) }
      _ = await fault(.childErased) { try await test.write { try $0.put(ChildRecord.amina) } }
      _ = await fault(.childErased) { try await test.write { try $0.add(ChildRecord.amina) } }
      _ = await fault(.childErased) { try await test.write { try $0.put([ChildRecord.ben, .amina]) } }
      _ = await fault(.storeConflict) { try await test.write { try $0.erase(.of("c1")) } }
      _ = await fault(.storeConflict) { try await test.write { try $0.erase(.of("c2", approvedBy: "Ada Manager")) } }
    }
  }

  @Test(arguments: Driver.allCases)
  func whatIsKeptIsToldWholeButForTheNotesOfOthers(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fillChild()
      let kept = try await test.write { try $0.everythingKept(about: "c1") }
      let counts = Dictionary(uniqueKeysWithValues: kept.map { ($0.table, $0.rows.count) })
      #expect(
        counts == [
          "child": 1, "child_identifier": 1, "cohort_child": 1, "entry": 1, "entry_event": 1, "screening": 2,
          "second_rating": 1, "tier_confirmation": 1, "demand_visit_child": 2, "visit_attendance": 2,
          "demand_visit": 2, "visit_done": 2, "visit_note": 1, "legal_hold": 2, "received_record": 1,
        ])
      let words = kept.flatMap { $0.rows.flatMap { $0.compactMap(\.self) } }.joined(separator: "\n")
      for canary in Self.canaries where canary != "canary" { #expect(words.contains(canary)) }
      #expect(words.contains("canary note") && !words.contains("shared note"))
      #expect(!words.contains("c2") && !words.contains("Ben"))
      _ = await fault(.storeNotFound) { try await test.write { try $0.everythingKept(about: "c0") } }
    }
  }

  @Test(arguments: Driver.allCases)
  func holdsAreSetAndLiftedByTurns(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      _ = await fault(.storeConflict) { try await test.write { try $0.setLegalHold(false, on: "c1", reason: "r") } }
      for isHeld in [true, false, true] {
        try await test.write { try $0.setLegalHold(isHeld, on: "c1", reason: "r") }
        let hold = try await test.write { try $0.legalHold(on: "c1") }
        #expect(hold?.isHeld == isHeld && hold?.by == "Ada Manager")
      }
      _ = await fault(.storeConflict) { try await test.write { try $0.setLegalHold(true, on: "c1", reason: "r") } }
      _ = await fault(.storeConflict) { try await test.write { try $0.setLegalHold(true, on: "c0", reason: "r") } }
    }
  }

  @Test(arguments: Driver.allCases)
  func theSpanOfAChildIsThatOfScreeningsAndVisits(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let before = try await test.write { try $0.childSpans { _ in true } }
      #expect(before.map(\.child) == ["c1", "c2"])
      #expect(before.map(\.lastSeen) == [nil, nil])
      try await test.write { records in
        try records.add(ScreeningRecord.first)
        var ben = ChildRecord.ben
        ben.diedOn = date("2026-12-24")
        try records.put(ben)
        try records.setLegalHold(true, on: "c2", reason: "r")
        try records.add(
          VisitDoneRecord(id: "d1", visit: "v1", outcome: .done, by: "Pat", at: moment), attended: ["c1", "c2"])
      }
      let after = try await test.write { try $0.childSpans { _ in true } }
      #expect(after.map(\.lastSeen) == [date("2026-11-30"), moment.date])
      #expect(after.map(\.born) == [date("2021-10-31"), date("2021-02-28")])
      #expect(after.map(\.died) == [nil, date("2026-12-24")])
      #expect(after.map(\.isHeld) == [false, true])
      let entries = try await test.entries { _ = try $0.childSpans { $0.isHeld } }
      #expect(entries.map(\.fact.subjects) == [["c2"]], "only who is shown stands in the audit")
    }
  }
}
