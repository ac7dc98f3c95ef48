// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A frozen, disclosure-safe summary under a plan's section. Never changed: a newer pull supersedes it.
public struct EvidenceRecord: Sendable, Hashable {
  public let id: EvidenceID
  public var plan: PlanID
  public var section: Int
  public var measure: MeasureID?
  public var kind: EvidenceKind
  public var title: String
  public var content: String
  /// Of the content's UTF-8 bytes; the store refuses any other.
  public var sha256: Digest
  public var specification: String
  /// The disclosure policy the content passed.
  public var policy: String
  public var pulledBy: String
  public var pulledAt: Instant
  public var supersedes: EvidenceID?
  /// Who accepted the difference from what it supersedes; required with `supersedes`.
  public var acceptedBy: String?

  public init(
    id: EvidenceID,
    plan: PlanID,
    section: Int,
    measure: MeasureID? = nil,
    kind: EvidenceKind,
    title: String,
    content: String,
    sha256: Digest,
    specification: String = "",
    policy: String = "",
    pulledBy: String,
    pulledAt: Instant,
    supersedes: EvidenceID? = nil,
    acceptedBy: String? = nil
  ) {
    self.id = id
    self.plan = plan
    self.section = section
    self.measure = measure
    self.kind = kind
    self.title = title
    self.content = content
    self.sha256 = sha256
    self.specification = specification
    self.policy = policy
    self.pulledBy = pulledBy
    self.pulledAt = pulledAt
    self.supersedes = supersedes
    self.acceptedBy = acceptedBy
  }
}

extension EvidenceRecord: TableRow {
  static let table = TableShape(
    "evidence",
    key: 1,
    [
      "id", "plan", "section", "measure", "kind", "title", "content", "sha256", "specification", "policy",
      "pulled_by", "pulled_at", "supersedes", "accepted_by",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      plan: try row.next(),
      section: try row.next(),
      measure: try row.next(),
      kind: try row.next(),
      title: try row.next(),
      content: try row.next(),
      sha256: try row.next(),
      specification: try row.next(),
      policy: try row.next(),
      pulledBy: try row.next(),
      pulledAt: try row.next(),
      supersedes: try row.next(),
      acceptedBy: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.plan.column, self.section.column, self.measure.column, self.kind.column,
      self.title.column, self.content.column, self.sha256.column, self.specification.column,
      self.policy.column, self.pulledBy.column, self.pulledAt.column, self.supersedes.column,
      self.acceptedBy.column,
    ]
  }
}
