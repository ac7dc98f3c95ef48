// SPDX-License-Identifier: Apache-2.0

public import Storage

/// The team by id.
public enum ListStaff: Operation {
  public static let name = "staff.list"
  public static let roles: Set<Role> = [.practitioner, .therapist, .manager, .admin, .worker]

  public static func perform(
    _ input: Void, in practice: Practice, as person: Principal
  ) async throws -> [StaffRecord] {
    try await practice.store.read(as: person) { try $0.staff() }
  }
}
