// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Every current screening of one screener with its answers, scores and rater, by child and test date: what the
/// quality of the team's own data is worked out from. Who was not screened is not in it.
public enum ListScoredChildren: Operation {
  public struct Input: Sendable {
    /// The screener's id, without a version.
    public let screener: String
    public let setting: SettingID?

    public init(screener: String, setting: SettingID? = nil) {
      self.screener = screener
      self.setting = setting
    }
  }

  public static let name = "quality.rows"
  public static let roles: Set<Role> = [.therapist, .manager, .admin]

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> [ScoredChild] {
    try await practice.store.write(as: person) { records in
      try records.qualityRows(screener: input.screener, at: input.setting).map(ScoredChild.init)
    }
  }
}
