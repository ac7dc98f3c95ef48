// SPDX-License-Identifier: Apache-2.0

public import Storage

/// What an import changed, or would change.
public struct ImportReport: Sendable, Hashable, Encodable {
  public struct Line: Sendable, Hashable, Encodable {
    /// The record's id.
    public let record: String
    /// `added` or `changed`.
    public let change: String
  }

  public let applied: Bool
  public let added: Int
  public let changed: Int
  public let unchanged: Int
  /// Added and changed records, in the order of the file.
  public let lines: [Line]

  public init(applied: Bool, _ changes: [(record: String, change: Change)]) {
    self.applied = applied
    self.added = changes.count { $0.change == .added }
    self.changed = changes.count { $0.change == .changed }
    self.unchanged = changes.count { $0.change == .unchanged }
    self.lines = changes.filter { $0.change != .unchanged }.map {
      Line(record: $0.record, change: $0.change.rawValue)
    }
  }
}
