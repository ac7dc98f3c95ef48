// SPDX-License-Identifier: Apache-2.0

public import AuditRoots
public import Vocabulary

/// Compares an area's audit, entry by entry from the first on, with all that vouches for it: each entry's link to the
/// one before, the head, the roots that the store keeps, and roots that somebody kept elsewhere.
///
/// Memory is that of the roots, however long the audit is.
public struct AuditInspection: Sendable {
  public struct Outcome: Sendable, Hashable {
    /// Where the store says that the chain ends.
    public let head: AuditHead
    /// What may be signed of it, if there is no break.
    public let root: AuditRoot
    /// How many roots agreed with it.
    public let roots: Int
    public let firstBreak: AuditBreak?
  }

  public private(set) var firstBreak: AuditBreak?
  private let area: AreaID
  private let recorded: AuditHead
  private let hash: Hashing
  private let keys: [AuditVerifier]
  private let sizesKept: Set<Int>
  private var chain = AuditChain()
  private var tree: MerkleFrontier
  /// Roots that are still to be compared, the smallest last.
  private var waiting: [SignedAuditRoot]
  private var agreed: (roots: Int, size: Int) = (0, 0)

  /// - Parameters:
  ///   - head: where the store says that the chain ends.
  ///   - roots: those that the store keeps.
  ///   - kept: those that somebody kept elsewhere.
  ///   - keys: whose signatures count; none: signatures are not looked at.
  public init(
    of area: AreaID, head: AuditHead, roots: [SignedAuditRoot] = [], kept: [SignedAuditRoot] = [],
    keys: [AuditVerifier] = [], hash: @escaping Hashing
  ) {
    self.area = area
    self.recorded = head
    self.hash = hash
    self.keys = keys
    self.sizesKept = Set(roots.map(\.root.size))
    self.tree = MerkleFrontier(hash: hash)
    self.waiting = (roots + kept).sorted { $0.root.size > $1.root.size }
  }

  /// How many entries are compared.
  public var size: Int { self.chain.head.sequence }

  /// Compares the next entry, in the order of `sequence`. After the first break nothing more is looked at.
  public mutating func check(_ entry: AuditEntry) {
    self.compareRoots()
    guard self.firstBreak == nil else { return }
    let end = max(self.recorded.sequence, self.waiting.first?.root.size ?? 0)
    self.firstBreak = self.chain.check(entry, upTo: end, hash: self.hash)
    guard self.firstBreak == nil else { return }
    self.tree.append(entry.hash.bytes)
    if entry.fact.kind == AuditRootRecord.table.name, entry.fact.action == .add,
      !self.sizesKept.contains(Int(entry.fact.entity) ?? -1)
    {
      self.firstBreak = AuditBreak(sequence: entry.sequence, kind: .missingRoot)
    }
  }

  /// Compares the end with the end recorded, and says how all of it went.
  public mutating func finish(at now: Instant) -> Outcome {
    self.compareRoots()
    if self.firstBreak == nil { self.firstBreak = self.chain.checkEnd(self.recorded) }
    if self.firstBreak == nil, !self.waiting.isEmpty {
      self.firstBreak = AuditBreak(sequence: self.size + 1, kind: .truncated)
    }
    let end = self.chain.head
    return Outcome(
      head: self.recorded,
      root: AuditRoot(area: self.area.rawValue, size: end.sequence, root: self.tree.root, head: end.hash, at: now),
      roots: self.agreed.roots, firstBreak: self.firstBreak)
  }

  /// Compares the roots over exactly the entries so far.
  private mutating func compareRoots() {
    while self.firstBreak == nil, let next = self.waiting.last, next.root.size <= self.size {
      self.waiting.removeLast()
      if !self.keys.isEmpty, !self.keys.contains(where: { $0.accepts(next) }) {
        self.firstBreak = AuditBreak(sequence: next.root.size, kind: .forgedRoot)
      } else if next.root.root != self.tree.root || next.root.head != self.chain.head.hash {
        self.firstBreak = AuditBreak(
          sequence: min(self.agreed.size + 1, self.size), kind: .rewritten, through: self.size)
      } else {
        self.agreed = (self.agreed.roots + 1, self.size)
      }
    }
  }
}
