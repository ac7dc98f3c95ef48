// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Storage
import Testing
import Vocabulary

/// A thousand tamperings by a seeded generator, each on a copy of the same audit, in memory: the check is pure.
@Suite struct SeededTamperTests {
  static let length = 40
  static let area = AreaRecord.telford.id

  /// An audit of ``length`` entries with a root kept after every tenth.
  struct Audit {
    var entries: [AuditEntry] = []
    var head = AuditHead.empty
    var roots: [SignedAuditRoot] = []

    func firstBreak(kept: [SignedAuditRoot] = []) -> AuditBreak? {
      var inspection = AuditInspection(
        of: SeededTamperTests.area, head: self.head, roots: self.roots, kept: kept,
        keys: [.made("witness")], hash: testHash)
      for entry in self.entries { inspection.check(entry) }
      return inspection.finish(at: moment).firstBreak
    }
  }

  static let whole: Audit = {
    var audit = Audit()
    var chain = AuditChain()
    var tree = MerkleFrontier(hash: testHash)
    for number in 1...Self.length {
      let entry = chain.append(Self.fact(number), hash: testHash)
      tree.append(entry.hash.bytes)
      audit.entries.append(entry)
      guard number.isMultiple(of: 10) else { continue }
      let root = AuditRoot(area: Self.area.rawValue, size: number, root: tree.root, head: entry.hash, at: moment)
      if let signed = try? AuditSigner.made("witness").signed(root) { audit.roots.append(signed) }
    }
    audit.head = chain.head
    return audit
  }()

  private static func fact(_ number: Int, actor: String = "Ada") -> AuditFact {
    AuditFact(
      at: Instant(microseconds: moment.microseconds + number), actor: actor, role: "manager", purpose: "test",
      action: .add, kind: "child", entity: "c\(number)", subjects: ["c\(number)"], details: testHash([UInt8(number)]))
  }

  /// One byte of one part of the entry changed.
  private static func edited(_ entry: AuditEntry, _ dice: inout SeededGenerator) -> AuditEntry {
    func text(_ text: String) -> String {
      var bytes = Array(text.utf8)
      bytes[Int.random(in: bytes.indices, using: &dice)] ^= 1
      return String(decoding: bytes, as: UTF8.self)
    }
    func digest(_ digest: Digest) -> Digest {
      var bytes = digest.bytes
      bytes[Int.random(in: bytes.indices, using: &dice)] ^= UInt8.random(in: 1...255, using: &dice)
      return Digest(bytes: bytes) ?? .zero
    }
    let fact = entry.fact
    let part = Int.random(in: 0..<11, using: &dice)
    return AuditEntry(
      sequence: entry.sequence,
      fact: AuditFact(
        at: part == 0 ? Instant(microseconds: fact.at.microseconds ^ 256) : fact.at,
        actor: part == 1 ? text(fact.actor) : fact.actor, role: part == 2 ? text(fact.role) : fact.role,
        purpose: part == 3 ? text(fact.purpose) : fact.purpose, action: part == 4 ? .remove : fact.action,
        kind: part == 5 ? text(fact.kind) : fact.kind, entity: part == 6 ? text(fact.entity) : fact.entity,
        subjects: part == 7 ? fact.subjects.map(text) : fact.subjects,
        details: part == 8 ? digest(fact.details) : fact.details),
      previous: part == 9 ? digest(entry.previous) : entry.previous, hash: part == 10 ? digest(entry.hash) : entry.hash)
  }

  /// Tampers with `audit` and says what has to be found.
  private static func tamper(_ audit: inout Audit, _ kind: Int, _ dice: inout SeededGenerator) -> AuditBreak {
    let place = Int.random(in: 0..<Self.length, using: &dice)
    switch kind {
    case 0:
      audit.entries[place] = Self.edited(audit.entries[place], &dice)
      return AuditBreak(sequence: place + 1, kind: .edited)
    case 1:
      audit.entries.remove(at: place)
      return AuditBreak(sequence: place + 1, kind: place + 1 == Self.length ? .truncated : .deleted)
    case 2:
      var other = place
      while other == place { other = Int.random(in: 0..<Self.length, using: &dice) }
      let (low, high) = (min(place, other), max(place, other))
      let (one, two) = (audit.entries[low], audit.entries[high])
      audit.entries[low] = AuditEntry(
        sequence: low + 1, fact: two.fact, previous: two.previous, hash: two.hash)
      audit.entries[high] = AuditEntry(
        sequence: high + 1, fact: one.fact, previous: one.previous, hash: one.hash)
      return AuditBreak(sequence: low + 1, kind: .reordered)
    case 3:
      audit.entries.removeSubrange(place...)
      return AuditBreak(sequence: place + 1, kind: .truncated)
    case 4:
      // Cut off with the head set back; the roots that are kept elsewhere still tell.
      audit.entries.removeSubrange(place...)
      audit.head = audit.entries.last.map { AuditHead(sequence: $0.sequence, hash: $0.hash) } ?? .empty
      audit.roots.removeAll { $0.root.size > place }
      return AuditBreak(sequence: place + 1, kind: .truncated)
    default:
      // One entry changed, and everything after it sealed anew, the head too.
      var chain = AuditChain()
      audit.entries = (1...Self.length).map { number in
        chain.append(Self.fact(number, actor: number == place + 1 ? "Nobody" : "Ada"), hash: testHash)
      }
      audit.head = chain.head
      return AuditBreak(sequence: place / 10 * 10 + 1, kind: .rewritten, through: place / 10 * 10 + 10)
    }
  }

  @Test func theAuditIsWholeBeforeAnyoneTouchesIt() {
    #expect(Self.whole.roots.count == 4)
    #expect(Self.whole.firstBreak(kept: Self.whole.roots) == nil)
  }

  @Test func aThousandTamperingsAreAllFoundWhereTheyHappened() {
    var dice = SeededGenerator(seed: 20_261_126)
    for number in 0..<1_000 {
      var audit = Self.whole
      let expected = Self.tamper(&audit, number % 6, &dice)
      let found = audit.firstBreak(kept: Self.whole.roots)
      #expect(found == expected, "tampering \(number)")
    }
  }
}
