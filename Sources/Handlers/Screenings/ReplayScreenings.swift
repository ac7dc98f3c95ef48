// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Works stored results out again from their stored answers and says whether they are the same. Changes nothing
/// but the audit, which says whose results were looked at.
///
/// A whole store is gone through a page at a time: each call does one page and says where the next begins.
public enum ReplayScreenings: Operation {
  public struct Input: Sendable {
    public enum Which: Sendable {
      case these([ScreeningID])
      /// Every screening, superseded ones too, or those of the children on one setting's roll.
      case all(at: SettingID?)
    }

    public let which: Which
    /// The last screening of the page before; `nil` for the first page.
    public let after: ScreeningID?
    public let limit: Int

    public init(_ which: Which, after: ScreeningID? = nil, limit: Int = 500) {
      self.which = which
      self.after = after
      self.limit = limit
    }
  }

  public struct Line: Sendable {
    public let screening: ScreeningRecord
    public let replay: Replay
  }

  public struct Output: Sendable {
    public let lines: [Line]
    /// Where the next page begins; `nil` after the last.
    public let next: ScreeningID?
  }

  public static let name = "screening.replay"
  public static let roles: Set<Role> = [.practitioner, .therapist, .manager, .admin, .auditor]

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.store.write(as: person) { records in
      let page: [ScreeningRecord]
      var next: ScreeningID?
      switch input.which {
      case .these(let ids):
        page = try ids.map { id in
          guard let screening = try records.screening(id) else { throw Fault.noScreening(id) }
          return screening
        }
      case .all(let setting):
        let limit = max(1, input.limit)
        page = try records.screeningPage(at: setting, after: input.after, limit: limit)
        next = page.count < limit ? nil : page.last?.id
      }
      var shelf = DefinitionShelf(practice)
      let children = try records.children(Set(page.map(\.child)))
      let lines = try page.map { screening in
        Line(
          screening: screening,
          replay: try shelf.replay(screening, of: children[screening.child], in: records))
      }
      return Output(lines: lines, next: next)
    }
  }
}
