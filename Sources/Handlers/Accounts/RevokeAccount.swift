// SPDX-License-Identifier: Apache-2.0

public import Storage

/// Ends an account for good.
public enum RevokeAccount: Operation {
  public static let name = "user.revoke"
  public static let roles: Set<Role> = [.admin]

  public static func perform(_ input: String, in practice: Practice, as person: Principal) async throws {
    try await practice.store.write(as: person) { try $0.revoke(input) }
  }
}
