// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Who wrote or saw what, in the order it happened.
public enum ListAudit: Operation {
  public struct Input: Sendable {
    public let after: Int
    public let limit: Int
    public let actor: String?
    /// Only what is about this child, or shows it.
    public let child: ChildID?

    public init(after: Int = 0, limit: Int = 500, actor: String? = nil, child: ChildID? = nil) {
      self.after = after
      self.limit = limit
      self.actor = actor
      self.child = child
    }
  }

  public static let name = "audit.list"
  public static let roles = Set<Role>.checking

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> [AuditEntry] {
    try await practice.store.read(as: person) {
      try $0.auditEntries(after: input.after, limit: input.limit, actor: input.actor, child: input.child)
    }
  }
}
