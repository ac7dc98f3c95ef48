// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Fingerprints
import Handlers
import Storage
import Testing
import Vocabulary

/// Roots as an auditor makes them and everyone checks them.
@Suite struct AuditRootTests {
  private let key: SigningKey
  private let signer: AuditSigner
  private let verifier: AuditVerifier

  init() throws {
    let key = try SigningKey(newNamed: "wrenmoor")
    self.key = key
    self.signer = AuditSigner(name: key.name, keyID: key.publicKey.id, sign: key.sign)
    self.verifier = AuditVerifier(
      name: key.name, keyID: key.publicKey.id, isSignature: { key.publicKey.isSignature($0, of: $1) })
  }

  @Test func aRootIsSignedKeptAndGivenToEveryone() async throws {
    let service = try await Service.ofWrenmoor()
    let made = try await service.run(MakeAuditRoot.self, self.signer, as: .auditor)
    #expect(self.verifier.accepts(made))
    for role in Role.allCases {
      let shown = try await service.run(GetAuditRoot.self, .init(), as: role)
      #expect(shown.signed == made && shown.consistency == nil)
    }
    let found = try await service.run(
      VerifyAudit.self, .init(kept: [made], keys: [self.verifier]), as: .auditor)
    #expect(found.firstBreak == nil && found.roots == 2)
  }

  @Test func whoeverKeptARootIsShownThatTheNextContinuesIt() async throws {
    let service = try await Service.ofWrenmoor()
    let old = try await service.run(MakeAuditRoot.self, self.signer, as: .auditor).root
    try await service.run(ListChildren.self, .init(setting: Wrenmoor.school))
    try await service.run(MakeAuditRoot.self, self.signer, as: .auditor)
    let shown = try await service.run(GetAuditRoot.self, .init(kept: old.size), as: .practitioner)
    let (new, proof) = (shown.signed.root, try #require(shown.consistency))
    #expect(new.size > old.size)
    #expect(MerkleProof.isConsistent(from: old.size, old.root, to: new.size, new.root, proof: proof, hash: sha256))
    #expect(
      !MerkleProof.isConsistent(
        from: old.size, sha256([1]), to: new.size, new.root, proof: proof, hash: sha256))
    let ahead = try await service.refusal(GetAuditRoot.self, .init(kept: new.size + 1), as: .practitioner)
    #expect(ahead == .auditRootAhead)
  }

  @Test func beforeTheFirstRootThereIsNone() async throws {
    let service = try await Service()
    #expect(try await service.refusal(GetAuditRoot.self, .init(), as: .auditor) == .notFound)
  }

  @Test func aRootOfAnotherAreaIsRefused() async throws {
    let service = try await Service()
    let root = AuditRoot(area: "E06000020", size: 0, root: sha256([]), head: .zero, at: Instant(microseconds: 0))
    let kept = try self.signer.signed(root)
    #expect(try await service.refusal(VerifyAudit.self, .init(kept: [kept]), as: .auditor) == .auditOtherArea)
  }

  @Test func whatWasSignedOverMoreThanThereIsSaysCutOff() async throws {
    let (long, short) = (try await Service.ofWrenmoor(), try await Service())
    let kept = try await long.run(MakeAuditRoot.self, self.signer, as: .auditor)
    let found = try await short.run(VerifyAudit.self, .init(kept: [kept], keys: [self.verifier]), as: .auditor)
    #expect(found.firstBreak?.kind == .truncated)
    #expect(found.firstBreak?.sequence == found.head.sequence + 1)
  }
}
