// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

/// Someone with the database's password changes the audit; `verify` says where.
@Suite struct TamperTests {
  struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    let statements: [String]
    let found: AuditBreak

    var testDescription: String { self.name }
  }

  private static let audit = "area = 'E06000020' AND sequence_number"

  static let attacks: [Attack] =
    [
      "made_at = '2020-01-01T00:00:00.000000Z'", "actor = 'Nobody'", "role = 'admin'", "purpose = ''",
      "action = 'remove'", "kind = 'staff'", "entity = 'x'", "hash = previous",
      "details = '\(testHash([9]))'", "previous = '\(testHash([8]))'",
    ].map { change in
      Attack(
        name: change,
        statements: ["UPDATE audit SET \(change) WHERE \(audit) = 5"],
        found: AuditBreak(sequence: 5, kind: .edited)
      )
    } + [
      Attack(
        name: "a child taken out of an entry",
        statements: [
          "DELETE FROM audit_subject WHERE area = 'E06000020' AND child = 'c2' AND sequence_number = 6"
        ],
        found: AuditBreak(sequence: 6, kind: .edited)
      ),
      Attack(
        name: "a child put into an entry",
        statements: [
          "INSERT INTO audit_subject (area, sequence_number, child) VALUES ('E06000020', 3, 'c2')"
        ],
        found: AuditBreak(sequence: 3, kind: .edited)
      ),
      Attack(
        name: "an entry deleted",
        statements: ["audit_salt", "audit_subject", "audit"].map { "DELETE FROM \($0) WHERE \(audit) = 4" },
        found: AuditBreak(sequence: 4, kind: .deleted)
      ),
      Attack(
        name: "the first entry deleted",
        statements: ["audit_salt", "audit_subject", "audit"].map { "DELETE FROM \($0) WHERE \(audit) = 1" },
        found: AuditBreak(sequence: 1, kind: .deleted)
      ),
      Attack(
        name: "the end deleted",
        statements: ["audit_salt", "audit_subject", "audit"].map { "DELETE FROM \($0) WHERE \(audit) > 7" },
        found: AuditBreak(sequence: 8, kind: .truncated)
      ),
      Attack(
        name: "everything deleted",
        statements: ["audit_salt", "audit_subject", "audit"].map { "DELETE FROM \($0)" },
        found: AuditBreak(sequence: 1, kind: .truncated)
      ),
      Attack(
        name: "two entries swapped",
        statements: [
          "DELETE FROM audit_salt", "DELETE FROM audit_subject WHERE \(audit) IN (2, 3)",
          "UPDATE audit SET sequence_number = 1000 WHERE \(audit) = 2",
          "UPDATE audit SET sequence_number = 2 WHERE \(audit) = 3",
          "UPDATE audit SET sequence_number = 3 WHERE \(audit) = 1000",
        ],
        found: AuditBreak(sequence: 2, kind: .reordered)
      ),
      Attack(
        name: "the head set back",
        statements: ["UPDATE audit_head SET sequence_number = 7"],
        found: AuditBreak(sequence: 8, kind: .added)
      ),
      Attack(
        name: "the head removed",
        statements: ["DELETE FROM audit_head"],
        found: AuditBreak(sequence: 1, kind: .added)
      ),
    ]

  @Test(arguments: Driver.allCases, attacks)
  func everyTamperingIsFoundWhereItHappened(_ driver: Driver, _ attack: Attack) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let whole = try await test.store.check()
      #expect(whole.isSound)
      try await test.tamper(driver.disarm("audit") + driver.disarm("audit_subject") + attack.statements)
      let found = try await test.read { try $0.firstAuditBreak() }
      #expect(found == attack.found)
      let check = try await test.store.check()
      #expect(!check.isSound)
      #expect(check.audits.map(\.firstBreak) == [attack.found])
    }
  }

  @Test(arguments: Driver.allCases)
  func anEntryEditedAndSealedAgainIsFoundByItsSuccessor(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let entries = try await test.read { try $0.auditEntries() }
      let (fourth, fifth) = (entries[3], entries[4])
      var forger = AuditChain(from: AuditHead(sequence: 4, hash: fourth.hash))
      let fact = AuditFact(
        at: fifth.fact.at,
        actor: "Nobody",
        role: fifth.fact.role,
        purpose: fifth.fact.purpose,
        action: fifth.fact.action,
        kind: fifth.fact.kind,
        entity: fifth.fact.entity,
        subjects: fifth.fact.subjects,
        details: fifth.fact.details
      )
      let forged = forger.append(fact, hash: testHash)
      try await test.tamper(
        driver.disarm("audit") + [
          "UPDATE audit SET actor = 'Nobody', hash = '\(forged.hash)' WHERE sequence_number = 5"
        ]
      )
      let found = try await test.read { try $0.firstAuditBreak() }
      #expect(found == AuditBreak(sequence: 5, kind: .edited))
    }
  }

  @Test(arguments: Driver.allCases)
  func aForgedEndDoesNotMatchTheHead(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let head = try await test.read { try $0.auditHead() }
      try await test.tamper(["UPDATE audit_head SET hash = '\(testHash([7]))'"])
      let found = try await test.read { try $0.firstAuditBreak() }
      #expect(found == AuditBreak(sequence: head.sequence, kind: .edited))
    }
  }

  @Test(arguments: Driver.allCases)
  func destroyingSaltsLeavesTheChainWhole(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      try await test.tamper(["DELETE FROM audit_salt"])
      let check = try await test.store.check()
      #expect(check.isSound)
    }
  }
}
