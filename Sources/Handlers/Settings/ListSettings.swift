// SPDX-License-Identifier: Apache-2.0

public import Storage

/// The area's settings by id.
public enum ListSettings: Operation {
  public static let name = "settings.list"
  public static let roles = Set<Role>.everyone

  public static func perform(
    _ input: Void, in practice: Practice, as person: Principal
  ) async throws -> [SettingRecord] {
    try await practice.store.read(as: person) { try $0.settings() }
  }
}
