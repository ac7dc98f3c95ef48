// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Links entries by hash, and checks links. Takes the entries one by one, so a long chain needs no memory.
public struct AuditChain: Sendable {
  public private(set) var head: AuditHead

  /// Goes on from `head`.
  public init(from head: AuditHead = .empty) { self.head = head }

  /// Puts a fact at the end and returns it in its place.
  public mutating func append(_ fact: AuditFact, hash: Hashing) -> AuditEntry {
    let sequence = self.head.sequence + 1
    let unsealed = AuditEntry(sequence: sequence, fact: fact, previous: self.head.hash, hash: .zero)
    let sealed = unsealed.expectedHash(at: sequence, by: hash)
    self.head = AuditHead(sequence: sequence, hash: sealed)
    return AuditEntry(sequence: sequence, fact: fact, previous: unsealed.previous, hash: sealed)
  }

  /// Compares the next entry, in the order of `sequence`, with the chain so far.
  ///
  /// - Parameter end: the head's sequence, how far a misplaced entry's own place is looked for.
  public mutating func check(_ entry: AuditEntry, upTo end: Int, hash: Hashing) -> AuditBreak? {
    let expected = self.head.sequence + 1
    guard entry.sequence <= expected else { return AuditBreak(sequence: expected, kind: .deleted) }
    guard entry.sequence == expected else { return AuditBreak(sequence: entry.sequence, kind: .reordered) }
    guard entry.hash == entry.expectedHash(at: expected, by: hash) else {
      let belongsElsewhere =
        end > 0
        && (1...end).contains { $0 != expected && entry.hash == entry.expectedHash(at: $0, by: hash) }
      return AuditBreak(sequence: expected, kind: belongsElsewhere ? .reordered : .edited)
    }
    guard entry.previous == self.head.hash else {
      return AuditBreak(sequence: max(1, self.head.sequence), kind: .edited)
    }
    self.head = AuditHead(sequence: expected, hash: entry.hash)
    return nil
  }

  /// Compares the end reached with the end recorded.
  public func checkEnd(_ recorded: AuditHead) -> AuditBreak? {
    if self.head.sequence < recorded.sequence {
      return AuditBreak(sequence: self.head.sequence + 1, kind: .truncated)
    }
    if self.head.sequence > recorded.sequence {
      return AuditBreak(sequence: recorded.sequence + 1, kind: .added)
    }
    return self.head.hash == recorded.hash
      ? nil : AuditBreak(sequence: max(1, recorded.sequence), kind: .edited)
  }

  /// The first break of a whole chain, `nil` when there is none. `entries` are in the order of `sequence`.
  public static func verify(_ entries: [AuditEntry], head: AuditHead, hash: Hashing) -> AuditBreak? {
    var chain = AuditChain()
    for entry in entries {
      if let found = chain.check(entry, upTo: max(head.sequence, entries.count), hash: hash) { return found }
    }
    return chain.checkEnd(head)
  }
}
