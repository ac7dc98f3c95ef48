// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Ends an account for good. The last administrator's stays: nobody could add another one.
public enum RevokeAccount: Operation {
  public static let name = "user.revoke"
  public static let roles: Set<Role> = [.admin]

  public static func perform(_ input: String, in practice: Practice, as person: Principal) async throws {
    try await practice.store.write(as: person) { records in
      try records.revoke(input)
      guard try records.hasAdministrator() else {
        throw Fault(
          .accessNeedsAdministrator,
          "nobody would be left who may add or revoke accounts",
          maybe: "add another administrator first"
        )
      }
    }
  }
}

extension Reading {
  /// Whether anyone holds an account that may give rights.
  func hasAdministrator() throws -> Bool {
    try self.accounts().contains { $0.role == .admin && $0.revokedAt == nil }
  }
}

extension Fault.Code {
  public static let accessNeedsAdministrator = Fault.Code("access.needs-administrator", .notSo)
}
