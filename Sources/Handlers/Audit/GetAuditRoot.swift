// SPDX-License-Identifier: Apache-2.0

public import AuditRoots
public import Storage
public import Vocabulary

/// The latest signed root, with what shows to someone who kept an older one that nothing before it was changed. Open
/// to everyone who has signed in: whoever keeps a root is a witness.
public enum GetAuditRoot: Operation {
  public struct Input: Sendable {
    /// The size of the root that the caller kept; `nil` when none.
    public let kept: Int?

    public init(kept: Int? = nil) { self.kept = kept }
  }

  public struct Output: Sendable, Hashable {
    public let signed: SignedAuditRoot
    /// From the kept size to the latest root's, for ``AuditRoots/MerkleProof``; `nil` when no size was named.
    public let consistency: [Digest]?
  }

  public static let name = "audit.root"
  public static let roles = Set<Role>.everyone

  /// - Throws: `record.not-found` before the first root; `audit.root-ahead` when the kept root covers more entries than
  ///   the latest.
  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.store.read(as: person) { reading in
      guard let signed = try reading.latestAuditRoot() else {
        throw Fault(
          .notFound, "no root of the audit was made yet", maybe: "run 'elsec audit root --key FILE' as an auditor")
      }
      guard let kept = input.kept else { return Output(signed: signed, consistency: nil) }
      guard (0...signed.root.size).contains(kept) else {
        throw Fault(
          .auditRootAhead, "the latest root covers \(signed.root.size) entries, and \(kept) were asked about",
          maybe: "run 'elsec audit verify --root FILE' with the root that was kept")
      }
      let tree = try reading.auditTree(of: signed.root.size)
      guard tree.size == signed.root.size else {
        throw Fault(.auditBroken, "the audit is shorter than its latest root", maybe: "run 'elsec audit verify'")
      }
      return Output(signed: signed, consistency: tree.consistencyProof(from: kept, to: tree.size))
    }
  }
}

extension Fault.Code {
  public static let auditRootAhead = Fault.Code("audit.root-ahead", .notSo)
}
