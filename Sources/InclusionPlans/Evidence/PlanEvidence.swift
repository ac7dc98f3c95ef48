// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A frozen piece of evidence: what was true when it was pulled, with the hash that shows it has not changed.
public struct PlanEvidence: Hashable, Sendable, Codable {
  public let id: EvidenceID
  public let kind: EvidenceKind
  public let title: String
  /// The snapshot itself, safe to publish; for cohorts a released table's canonical text.
  public let content: String
  /// SHA-256 of the content's UTF-8 bytes.
  public let sha256: Digest
  public let pulledBy: String
  public let pulledAt: Instant
  /// 1 to 12.
  public let section: Int
  /// The evidence this one takes the place of once accepted.
  public let supersedes: EvidenceID?
  /// Who took the figures into the plan; `nil` until then.
  public internal(set) var acceptedBy: String?

  /// For reading back what was stored: nothing is checked here, see ``PlanCheck`` and ``isIntact(_:)``.
  public init(
    id: EvidenceID,
    kind: EvidenceKind,
    title: String,
    content: String,
    sha256: Digest,
    pulledBy: String,
    pulledAt: Instant,
    section: Int,
    supersedes: EvidenceID?,
    acceptedBy: String?
  ) {
    self.id = id
    self.kind = kind
    self.title = title
    self.content = content
    self.sha256 = sha256
    self.pulledBy = pulledBy
    self.pulledAt = pulledAt
    self.section = section
    self.supersedes = supersedes
    self.acceptedBy = acceptedBy
  }

  /// Whether the content still has the hash it was pulled with.
  public func isIntact(_ hashing: Hashing) -> Bool { hashing(Array(self.content.utf8)) == self.sha256 }

  /// Whether both are snapshots of one thing: same kind and title in the same section.
  func isSameSubject(as other: PlanEvidence) -> Bool {
    self.kind == other.kind && self.title == other.title && self.section == other.section
  }
}
