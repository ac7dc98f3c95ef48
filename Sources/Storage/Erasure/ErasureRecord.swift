// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// That everything about a child was erased: all that is left of the child besides ids in the audit. Only ever added.
public struct ErasureRecord: Sendable, Hashable {
  public let child: ChildID
  public let reason: String
  public let askedBy: String
  /// Another person than ``askedBy``.
  public let approvedBy: String
  /// The day on which the record fell due by the area's policy.
  public let dueOn: CivilDate
  /// Why it was erased before that day; `nil` when it was not.
  public let earlyReason: String?
  /// Where the audit ended before the erasure: it binds the erasure to one place in the chain.
  public let audit: AuditHead
  public let at: Instant

  public init(
    child: ChildID,
    reason: String,
    askedBy: String,
    approvedBy: String,
    dueOn: CivilDate,
    earlyReason: String? = nil,
    audit: AuditHead,
    at: Instant
  ) {
    self.child = child
    self.reason = reason
    self.askedBy = askedBy
    self.approvedBy = approvedBy
    self.dueOn = dueOn
    self.earlyReason = earlyReason
    self.audit = audit
    self.at = at
  }
}

extension ErasureRecord: TableRow {
  static let table = TableShape(
    "erasure",
    key: 1,
    [
      "child", "reason", "asked_by", "approved_by", "due_on", "early_reason", "audit_size", "audit_hash", "made_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      child: try row.next(),
      reason: try row.next(),
      askedBy: try row.next(),
      approvedBy: try row.next(),
      dueOn: try row.next(),
      earlyReason: try row.next(),
      audit: AuditHead(sequence: try row.next(), hash: try row.next()),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.child.column, self.reason.column, self.askedBy.column, self.approvedBy.column, self.dueOn.column,
      self.earlyReason.column, self.audit.sequence.column, self.audit.hash.column, self.at.column,
    ]
  }
}
