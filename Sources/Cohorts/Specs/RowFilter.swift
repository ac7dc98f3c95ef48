// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Which rows a summary counts. An empty list lets everything through.
public struct RowFilter: Hashable, Sendable, Codable {
  public var settings: [SettingID]
  public var yearGroups: [String]
  public var terms: [String]
  public var screeners: [String]

  public init(
    settings: [SettingID] = [],
    yearGroups: [String] = [],
    terms: [String] = [],
    screeners: [String] = []
  ) {
    self.settings = settings.sorted()
    self.yearGroups = yearGroups.sorted()
    self.terms = terms.sorted()
    self.screeners = screeners.sorted()
  }

  func admits(_ row: CohortRow) -> Bool {
    (self.settings.isEmpty || self.settings.contains(row.setting))
      && (self.yearGroups.isEmpty || self.yearGroups.contains(row.yearGroup))
      && (self.terms.isEmpty || self.terms.contains(row.term))
      && (self.screeners.isEmpty || self.screeners.contains(row.screener))
  }

  /// One line, the same for the same filter.
  package var canonicalText: String {
    "settings=\(self.settings.map(\.rawValue).joined(separator: ","));"
      + "yearGroups=\(self.yearGroups.joined(separator: ","));"
      + "terms=\(self.terms.joined(separator: ","));screeners=\(self.screeners.joined(separator: ","))"
  }
}
