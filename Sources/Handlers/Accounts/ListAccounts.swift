// SPDX-License-Identifier: Apache-2.0

public import Storage

/// Everyone who has or had a role, by name.
public enum ListAccounts: Operation {
  public static let name = "user.list"
  public static let roles: Set<Role> = [.admin, .auditor]

  public static func perform(
    _ input: Void, in practice: Practice, as person: Principal
  ) async throws -> [AccountRecord] {
    try await practice.store.read(as: person) { try $0.accounts() }
  }
}
