// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What an audit entry says was done.
public enum AuditAction: String, Sendable, Hashable, CaseIterable {
  case add, change, remove, view, publish, cancel, revoke
}

extension AuditAction: ColumnValue {}

/// Who did what to which record, when, why and in which role. Holds no content of the record.
public struct AuditFact: Sendable, Hashable {
  public let at: Instant
  public let actor: String
  public let role: String
  public let purpose: String
  public let action: AuditAction
  /// The kind of record, by its table's name.
  public let kind: String
  /// The record's id; empty when a list was shown.
  public let entity: String
  /// The children it is about, by id, sorted, without repeats.
  public let subjects: [String]
  /// A salted hash of the record as written. The salt is kept apart and can be destroyed.
  public let details: Digest

  public init(
    at: Instant,
    actor: String,
    role: String,
    purpose: String,
    action: AuditAction,
    kind: String,
    entity: String,
    subjects: [String],
    details: Digest
  ) {
    self.at = at
    self.actor = actor
    self.role = role
    self.purpose = purpose
    self.action = action
    self.kind = kind
    self.entity = entity
    self.subjects = subjects
    self.details = details
  }
}

/// A fact in its place in an area's chain.
public struct AuditEntry: Sendable, Hashable {
  /// 1, 2, 3, … within the area.
  public let sequence: Int
  public let fact: AuditFact
  /// The hash of the entry before, ``Vocabulary/Digest/zero`` for the first.
  public let previous: Digest
  public let hash: Digest

  public init(sequence: Int, fact: AuditFact, previous: Digest, hash: Digest) {
    self.sequence = sequence
    self.fact = fact
    self.previous = previous
    self.hash = hash
  }

  /// What `hash` must be were the entry at `sequence`: the SHA-256 of the parts domain
  /// `elsec/audit-entry/1`, sequence, at (microseconds), actor, role, purpose, action, kind, entity,
  /// subjects, details, previous, in that order, as ``CanonicalBytes`` writes them.
  func expectedHash(at sequence: Int, by hash: Hashing) -> Digest {
    var canonical = CanonicalBytes(domain: "elsec/audit-entry/1")
    canonical.append(sequence)
    canonical.append(self.fact.at.microseconds)
    for text in [self.fact.actor, self.fact.role, self.fact.purpose, self.fact.action.rawValue] {
      canonical.append(text)
    }
    canonical.append(self.fact.kind)
    canonical.append(self.fact.entity)
    canonical.append(self.fact.subjects)
    canonical.append(self.fact.details.bytes)
    canonical.append(self.previous.bytes)
    return hash(canonical.bytes)
  }
}

/// Where an area's chain ends.
public struct AuditHead: Sendable, Hashable {
  /// 0 before the first entry.
  public let sequence: Int
  public let hash: Digest

  public init(sequence: Int, hash: Digest) {
    self.sequence = sequence
    self.hash = hash
  }

  public static let empty = AuditHead(sequence: 0, hash: .zero)
}
