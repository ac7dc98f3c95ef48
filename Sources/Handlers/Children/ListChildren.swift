// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// The children of one setting, or of the area, by id. Leaves a trace of everyone shown.
public enum ListChildren: Operation {
  public struct Input: Sendable {
    public let setting: SettingID?
    /// The page after this child; `nil` = from the first on.
    public let after: ChildID?
    /// How many at most; `nil` = all.
    public let limit: Int?

    public init(setting: SettingID?, after: ChildID? = nil, limit: Int? = nil) {
      self.setting = setting
      self.after = after
      self.limit = limit
    }
  }

  public static let name = "child.find"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> [ChildRecord] {
    try await practice.store.write(as: person) { records in
      guard let limit = input.limit else { return try records.everyChild(at: input.setting) }
      return try records.children(at: input.setting, after: input.after, limit: limit)
    }
  }
}

extension Records {
  /// All pages of ``children(at:in:after:limit:)``.
  func everyChild(at setting: SettingID? = nil, in cohort: CohortID? = nil) throws -> [ChildRecord] {
    var children: [ChildRecord] = []
    while true {
      let page = try self.children(at: setting, in: cohort, after: children.last?.id, limit: 1000)
      children += page
      if page.count < 1000 { return children }
    }
  }
}
