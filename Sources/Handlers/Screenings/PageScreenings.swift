// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Screenings by id, a page at a time; one trace of everyone shown.
public enum PageScreenings: Operation {
  public struct Input: Sendable {
    public let setting: SettingID?
    /// A screener's id.
    public let screener: String?
    public let includingSuperseded: Bool
    /// The last screening of the page before; `nil` = the first page.
    public let after: ScreeningID?
    /// 1 to ``PageScreenings/most``.
    public let limit: Int

    public init(
      setting: SettingID? = nil, screener: String? = nil, includingSuperseded: Bool = false,
      after: ScreeningID? = nil, limit: Int = 100
    ) {
      self.setting = setting
      self.screener = screener
      self.includingSuperseded = includingSuperseded
      self.after = after
      self.limit = limit
    }
  }

  public static let most = 500
  public static let name = "screening.page"
  public static let roles = ListScreenings.roles

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> [ScreeningRecord] {
    try await practice.store.write(as: person, sharing: true) { records in
      try records.screeningPage(
        at: input.setting, screener: input.screener, currentOnly: !input.includingSuperseded, after: input.after,
        limit: max(1, min(input.limit, Self.most)))
    }
  }
}
