// SPDX-License-Identifier: Apache-2.0

public import Storage

/// Checks every link of the audit's chain.
public enum VerifyAudit: Operation {
  public struct Output: Sendable {
    public let head: AuditHead
    public let firstBreak: AuditBreak?
  }

  public static let name = "audit.verify"
  public static let roles = Set<Role>.checking

  public static func perform(
    _ input: Void, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.store.read(as: person) {
      Output(head: try $0.auditHead(), firstBreak: try $0.firstAuditBreak())
    }
  }
}
