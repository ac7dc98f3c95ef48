// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Storage
import Testing
import Vocabulary

extension AuditSigner {
  /// A signature that the test hash stands in for: enough to test with, no cryptography.
  static func made(_ name: String) -> AuditSigner {
    AuditSigner(name: name, keyID: "00c0ffee", sign: { testHash(Array(name.utf8) + $0).bytes + Digest.zero.bytes })
  }
}

extension AuditVerifier {
  static func made(_ name: String) -> AuditVerifier {
    AuditVerifier(
      name: name, keyID: "00c0ffee",
      isSignature: { $0 == testHash(Array(name.utf8) + $1).bytes + Digest.zero.bytes })
  }
}

extension TestStore {
  /// A root over all that was done, kept in the store.
  @discardableResult
  func keepRoot(by name: String = "witness") async throws -> SignedAuditRoot {
    let signed = try AuditSigner.made(name).signed(try await self.read { try $0.inspectAudit().root })
    try await self.write { try $0.add(signed) }
    return signed
  }

  func findings(kept: [SignedAuditRoot] = [], keys: [AuditVerifier] = []) async throws -> AuditInspection.Outcome {
    try await self.read { try $0.inspectAudit(kept: kept, keys: keys) }
  }
}

/// What a root that was signed and kept says of an audit that somebody changed.
@Suite struct AuditRootTests {
  private static let witness = [AuditVerifier.made("witness")]

  @Test(arguments: Driver.allCases)
  func rootsAreKeptAndAgreeAsTheAuditGrows(_ driver: Driver) async throws {
    try await driver.withStore { test in
      var signed: [SignedAuditRoot] = []
      try await test.fill()
      for number in 0..<4 {
        signed.append(try await test.keepRoot())
        try await test.write { try $0.put(SettingRecord(id: SettingID("n\(number)"), kind: .school, name: "")) }
      }
      let (kept, latest) = try await test.read { (try $0.auditRoots(), try $0.latestAuditRoot()) }
      #expect(kept == signed)
      #expect(latest == signed.last)
      let found = try await test.findings(kept: signed, keys: Self.witness)
      #expect(found.firstBreak == nil)
      #expect(found.roots == 8)
      let check = try await test.store.check()
      #expect(check.isSound)
    }
  }

  @Test(arguments: Driver.allCases)
  func theTreeProvesThatANewRootContinuesAnOldOne(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let old = try await test.keepRoot().root
      try await test.write { try $0.put(StaffRecord(id: "p1", name: "P", role: "therapist")) }
      let new = try await test.keepRoot().root
      let (tree, entries) = try await test.read { (try $0.auditTree(of: new.size), try $0.auditEntries()) }
      #expect(tree.root(of: old.size) == old.root && tree.root(of: new.size) == new.root)
      #expect(
        MerkleProof.isConsistent(
          from: old.size, old.root, to: new.size, new.root,
          proof: tree.consistencyProof(from: old.size, to: new.size), hash: testHash))
      #expect(
        MerkleProof.includes(
          entries[2].hash.bytes, at: 2, in: new.size, root: new.root,
          proof: tree.inclusionProof(of: 2, in: new.size), hash: testHash))
    }
  }

  @Test(arguments: Driver.allCases)
  func aRootOfAnotherAreaOrOfTheSameSizeIsRefused(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let root = try await test.read { try $0.inspectAudit().root }
      let signed = try AuditSigner.made("witness").signed(root)
      try await test.write { try $0.add(signed) }
      _ = await fault(.storeConflict) { try await test.write { try $0.add(signed) } }
      let foreign = AuditRoot(area: "E06000051", size: 1, root: root.root, head: root.head, at: root.at)
      let other = try AuditSigner.made("witness").signed(foreign)
      _ = await fault(.storeConflict) { try await test.write { try $0.add(other) } }
    }
  }

  /// The one who can write to the database seals every entry from the third on anew, the head and the kept roots too.
  private func rewrite(_ test: TestStore, _ driver: Driver, keepingSignatures: Bool) async throws {
    let entries = try await test.read { try $0.auditEntries() }
    var forger = AuditChain()
    var tree = MerkleFrontier(hash: testHash)
    var statements = driver.disarm("audit") + driver.disarm("audit_root")
    let roots = Set(try await test.read { try $0.auditRoots().map(\.root.size) })
    for entry in entries {
      let fact = entry.fact
      let forged = forger.append(
        AuditFact(
          at: fact.at, actor: entry.sequence == 3 ? "Nobody" : fact.actor, role: fact.role, purpose: fact.purpose,
          action: fact.action, kind: fact.kind, entity: fact.entity, subjects: fact.subjects, details: fact.details),
        hash: testHash)
      tree.append(forged.hash.bytes)
      statements.append(
        """
        UPDATE audit SET actor = '\(forged.fact.actor)', previous = '\(forged.previous)', hash = '\(forged.hash)'
        WHERE sequence_number = \(entry.sequence)
        """)
      guard roots.contains(entry.sequence), !keepingSignatures else { continue }
      statements.append(
        "UPDATE audit_root SET root = '\(tree.root)', head = '\(forged.hash)' WHERE size = \(entry.sequence)")
    }
    statements.append("UPDATE audit_head SET hash = '\(forger.head.hash)'")
    try await test.tamper(statements)
  }

  @Test(arguments: Driver.allCases)
  func aRewrittenAuditIsFoundByTheRootsOfTheStore(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let root = try await test.keepRoot().root
      try await self.rewrite(test, driver, keepingSignatures: true)
      let found = try await test.findings()
      #expect(found.firstBreak == AuditBreak(sequence: 1, kind: .rewritten, through: root.size))
      let check = try await test.store.check()
      #expect(!check.isSound)
    }
  }

  @Test(arguments: Driver.allCases)
  func rootsThatWereRewrittenTooAreFoundByTheKeyOrByAKeptRoot(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.write { try $0.put(SettingRecord.oak) }
      let first = try await test.keepRoot()
      try await test.fill()
      let kept = try await test.keepRoot()
      try await self.rewrite(test, driver, keepingSignatures: false)
      let blind = try await test.findings()
      #expect(blind.firstBreak == nil, "without a key and a kept root nothing tells")
      let byKey = try await test.findings(keys: Self.witness)
      #expect(byKey.firstBreak?.kind == .forgedRoot)
      let byRoot = try await test.findings(kept: [first, kept])
      #expect(byRoot.firstBreak == AuditBreak(sequence: 3, kind: .rewritten, through: kept.root.size))
      #expect(first.root.size == 2)
    }
  }

  @Test(arguments: Driver.allCases)
  func anEndCutOffWithItsHeadIsFoundByAKeptRoot(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let kept = try await test.keepRoot()
      let seventh = try await test.read { try $0.auditEntries(after: 6, limit: 1)[0] }
      try await test.tamper(
        ["audit", "audit_subject", "audit_root"].flatMap(driver.disarm)
          + ["audit_salt", "audit_subject", "audit"].map { "DELETE FROM \($0) WHERE sequence_number > 7" }
          + ["DELETE FROM audit_root", "UPDATE audit_head SET sequence_number = 7, hash = '\(seventh.hash)'"])
      let blind = try await test.findings()
      #expect(blind.firstBreak == nil)
      let found = try await test.findings(kept: [kept])
      #expect(found.firstBreak == AuditBreak(sequence: 8, kind: .truncated))
    }
  }

  @Test(arguments: Driver.allCases)
  func aRootThatWasTakenAwayIsMissed(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let kept = try await test.keepRoot()
      try await test.tamper(driver.disarm("audit_root") + ["DELETE FROM audit_root"])
      let found = try await test.findings()
      #expect(found.firstBreak == AuditBreak(sequence: kept.root.size + 1, kind: .missingRoot))
    }
  }

  @Test(arguments: Driver.allCases)
  func aRootSignedByAnUnknownKeyDoesNotCount(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let kept = try await test.keepRoot(by: "stranger")
      let found = try await test.findings(keys: Self.witness)
      #expect(found.firstBreak == AuditBreak(sequence: kept.root.size, kind: .forgedRoot))
      let known = try await test.findings(keys: Self.witness + [.made("stranger")])
      #expect(known.firstBreak == nil)
    }
  }
}
