// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// Adds and updates the area's schools and nurseries in one transaction.
public enum ImportSettings: Operation {
  public struct Input: Sendable {
    public let settings: [SettingRecord]
    /// `false`: only say what would change.
    public let apply: Bool

    public init(settings: [SettingRecord], apply: Bool) {
      self.settings = settings
      self.apply = apply
    }
  }

  public static let name = "settings.import"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> ImportReport {
    try await practice.change(apply: input.apply, as: person) { records in
      let changes = try records.put(input.settings)
      return ImportReport(
        applied: input.apply, Array(zip(input.settings.map(\.id.rawValue), changes)))
    }
  }
}
