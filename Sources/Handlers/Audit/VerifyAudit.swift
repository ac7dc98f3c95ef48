// SPDX-License-Identifier: Apache-2.0

public import AuditRoots
public import Storage

/// Checks every link of the audit's chain, and every root that the store or somebody else keeps against it.
public enum VerifyAudit: Operation {
  public struct Input: Sendable {
    /// Roots that somebody kept outside the store: what was cut off or rewritten since shows against them.
    public let kept: [SignedAuditRoot]
    /// Whose signatures count; none: signatures are not looked at.
    public let keys: [AuditVerifier]

    public init(kept: [SignedAuditRoot] = [], keys: [AuditVerifier] = []) {
      self.kept = kept
      self.keys = keys
    }
  }

  public static let name = "audit.verify"
  public static let roles = Set<Role>.checking

  /// - Throws: `audit.other-area` when a kept root is of another area.
  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> AuditInspection.Outcome {
    for kept in input.kept { try kept.refuseOther(than: person.area) }
    return try await practice.store.read(as: person) { try $0.inspectAudit(kept: input.kept, keys: input.keys) }
  }
}
