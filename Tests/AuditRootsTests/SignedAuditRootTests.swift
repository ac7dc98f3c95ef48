// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Fingerprints
import Testing
import Vocabulary

@Suite struct SignedAuditRootTests {
  static let root = AuditRoot(
    area: "E06999999", size: 12, root: sha256([1]), head: sha256([2]),
    at: Instant(microseconds: 1_790_000_000_123_456))
  private let key: SigningKey
  private let signed: SignedAuditRoot

  init() throws {
    let key = try SigningKey(newNamed: "wrenmoor")
    self.key = key
    self.signed = try AuditSigner(name: key.name, keyID: key.publicKey.id, sign: key.sign).signed(Self.root)
  }

  private func verifier(_ key: VerifyingKey) -> AuditVerifier {
    AuditVerifier(name: key.name, keyID: key.id, isSignature: { key.isSignature($0, of: $1) })
  }

  @Test func theStatementIsACheckpoint() {
    let lines = Self.root.statement.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(
      lines
        == [
          "elsec/audit/E06999999", "12", "S/USLzRFVMU73i67jNK349FgCtYxw4Wl18ziPHeFRZo=",
          "head dbc1b4c900ffe48d575b5da5c638040125f65db0fe3e24494b76ea986457d986", "at 2026-09-21T14:13:20.123456Z", "",
        ].map { $0[...] })
  }

  @Test func aNoteReadsBackAndHoldsForItsKeyAlone() throws {
    let read = try SignedAuditRoot(note: self.signed.note)
    #expect(read == self.signed)
    #expect(self.verifier(self.key.publicKey).accepts(read))
    let another = try SigningKey(newNamed: "wrenmoor")
    #expect(!self.verifier(another.publicKey).accepts(read))
  }

  @Test func anAlteredStatementIsNotAccepted() {
    let verifier = self.verifier(self.key.publicKey)
    let root = Self.root
    let altered = [
      AuditRoot(area: "E06000001", size: root.size, root: root.root, head: root.head, at: root.at),
      AuditRoot(area: root.area, size: 11, root: root.root, head: root.head, at: root.at),
      AuditRoot(area: root.area, size: root.size, root: root.head, head: root.head, at: root.at),
      AuditRoot(area: root.area, size: root.size, root: root.root, head: root.root, at: root.at),
      AuditRoot(area: root.area, size: root.size, root: root.root, head: root.head, at: Instant(microseconds: 0)),
    ]
    for root in altered {
      let forged = SignedAuditRoot(
        root: root, keyName: self.signed.keyName, keyID: self.signed.keyID, signature: self.signed.signature)
      #expect(!verifier.accepts(forged))
    }
  }

  @Test func everyNoteThatDiffersInAByteIsRefusedOrAnother() {
    let note = Array(self.signed.note.utf8)
    for index in note.indices {
      var bytes = note
      bytes[index] ^= 1
      guard let text = String(validating: bytes, as: UTF8.self), let read = try? SignedAuditRoot(note: text) else {
        continue
      }
      #expect(!self.verifier(self.key.publicKey).accepts(read), "byte \(index)")
    }
  }

  @Test(arguments: ["", "\n", "elsec/audit/E06999999\n12\n", "— a b\n"])
  func whatIsNoNoteIsRefused(_ text: String) {
    let fault = #expect(throws: Fault.self) { try SignedAuditRoot(note: text) }
    #expect(fault?.code == .auditMalformedRoot)
  }
}
