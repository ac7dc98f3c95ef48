// SPDX-License-Identifier: Apache-2.0

public import AuditRoots
public import Storage
public import Vocabulary

/// Signs what the audit is now, and keeps the root. Never signs an audit that has a break.
public enum MakeAuditRoot: Operation {
  public static let name = "audit.root.make"
  public static let roles: Set<Role> = [.auditor, .admin]

  /// - Throws: `audit.broken`.
  public static func perform(
    _ input: AuditSigner, in practice: Practice, as person: Principal
  ) async throws -> SignedAuditRoot {
    let found = try await practice.store.read(as: person) { try $0.inspectAudit() }
    if let first = found.firstBreak {
      throw Fault(
        .auditBroken, "\(first); no root is signed over it", maybe: "run 'elsec audit verify', and restore a backup")
    }
    let signed = try input.signed(found.root)
    // The audit only grows: what was signed is still its beginning.
    try await practice.store.write(as: person) { try $0.add(signed) }
    return signed
  }
}

extension SignedAuditRoot {
  func refuseOther(than area: AreaID) throws {
    guard self.root.area == area.rawValue else {
      throw Fault(
        .auditOtherArea, "the root is of the audit of \(self.root.area), not of \(area)",
        maybe: "name its area with --area")
    }
  }
}

extension Fault.Code {
  public static let auditBroken = Fault.Code("audit.broken", .notSo)
  public static let auditOtherArea = Fault.Code("audit.other-area", .badInput)
}
