// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What is kept of a release, so that the next one can be held against it. Append-only.
///
/// Holds hashes of who was counted and the symbols that were shown, never a true count.
public struct ReleaseLedgerEntry: Hashable, Sendable, Codable {
  /// One row of the released table.
  public struct Line: Hashable, Sendable, Codable {
    public let phase: ScreeningPhase
    /// One for each grouping; `Total` for everybody.
    public let labels: [String]
    /// Salted hashes of the screenings counted in the row (16 hexadecimal digits), sorted.
    public let records: [String]
    /// Symbols by column label.
    public let shown: [String: String]

    public init(phase: ScreeningPhase, labels: [String], records: [String], shown: [String: String]) {
      self.phase = phase
      self.labels = labels
      self.records = records.sorted()
      self.shown = shown
    }
  }

  public let title: String
  /// The summary's filter and dimensions in one line.
  public let spec: String
  public let policy: DisclosurePolicy
  public let asAt: CivilDate
  /// The released table, as ``ReleasedTable/canonicalText`` gave it.
  public let canonicalText: String
  public let lines: [Line]

  public init(
    title: String,
    spec: String,
    policy: DisclosurePolicy,
    asAt: CivilDate,
    canonicalText: String,
    lines: [Line]
  ) {
    self.title = title
    self.spec = spec
    self.policy = policy
    self.asAt = asAt
    self.canonicalText = canonicalText
    self.lines = lines
  }
}
