// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@Suite struct AppendOnlyTests {
  static let tables = [
    ("audit", "actor"), ("audit_subject", "child"), ("entry_event", "code"), ("screening", "band"),
    ("tier_confirmation", "tier"), ("visit_done", "note"), ("visit_attendance", "child"),
    ("evidence", "content"), ("release_ledger", "policy"),
    ("kept_definition", "screener"), ("kept_definition_file", "content"), ("second_rating", "band"),
    ("repair_acceptance", "accepted_by"), ("audit_root", "key_name"), ("erasure", "reason"), ("legal_hold", "reason"),
  ]

  @Test(arguments: Driver.allCases, tables)
  func theEngineItselfRefusesToChangeOrDelete(_ driver: Driver, _ table: (name: String, column: String))
    async throws
  {
    try await driver.withStore { test in
      try await test.fill()
      try await test.write { records in
        try records.add(EntryRecord.sitting)
        try records.append(.answer, item: "U1", code: "1", to: "e1")
        try records.add(.first)
        try records.add(TierConfirmationRecord.agreed)
        try records.add(SecondRatingRecord.second("r1"))
        try records.keep(.demo, files: [.demo])
        try records.add(
          VisitDoneRecord(id: "d1", visit: "v1", outcome: .done, by: "Pat", at: moment),
          attended: ["c1"]
        )
        try records.add(.draft("r1"), assignments: [])
        try records.add(RepairAcceptanceRecord.accepted)
        try records.add(EvidenceRecord.snapshot("ev1"))
        try records.setLegalHold(true, on: "c1", reason: "inquiry")
        _ = try records.erase(.of("c2"))
        try records.add(
          ReleaseRecord(
            id: "rel1",
            specification: "s",
            policy: "p",
            childSets: [],
            table: "t",
            audience: "public",
            by: "Ada",
            at: moment
          )
        )
      }
      try await test.keepRoot()
      let before = try await test.count(table.name)
      #expect(before > 0)
      let thrown = await fault(.storeAppendOnly) {
        try await test.tamper(["UPDATE \(table.name) SET \(table.column) = 'forged'"])
      }
      #expect(thrown?.message.contains(table.name) == true)
      _ = await fault(.storeAppendOnly) { try await test.tamper(["DELETE FROM \(table.name)"]) }
      let after = try await test.count(table.name)
      #expect(after == before)
    }
  }
}
