// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A table declared before it is made: what is counted, how it is broken down, what it is called.
///
/// The measure is always the number of children by band, for baseline and follow-up apart, with the
/// children who have no normed score and those not screened in columns of their own.
public struct SummarySpec: Hashable, Sendable {
  public let title: String
  public let filter: RowFilter
  /// At most two that make rows; `phase` and `band` may be named too and change nothing.
  public let dimensions: [Dimension]
  /// The screener's bands in the order to print them.
  public let bands: [String]
  /// Six digits of the academic year: `202627`.
  public let timePeriod: String
  /// EES wording: `Academic year`, `Autumn term`.
  public let timeIdentifier: String

  /// - Throws: `cohort.bad-summary` for more than two dimensions that make rows, one named twice, no
  ///   bands or one twice, no title, or a time period that is not two consecutive years.
  public init(
    title: String,
    filter: RowFilter = RowFilter(),
    dimensions: [Dimension] = [],
    bands: [String],
    timePeriod: String,
    timeIdentifier: String = "Academic year"
  ) throws {
    let groups = dimensions.filter(\.makesGroups)
    guard groups.count <= 2 else {
      throw Fault(
        .badSummary,
        "a summary is broken down by \(groups.count) characteristics; two is the most",
        maybe: "ask for two, and make another summary for the rest"
      )
    }
    guard Set(dimensions).count == dimensions.count else {
      throw Fault(
        .badSummary,
        "a summary names one characteristic twice",
        maybe: "name each characteristic once"
      )
    }
    guard !bands.isEmpty, Set(bands).count == bands.count else {
      throw Fault(
        .badSummary,
        "a summary needs the screener's bands, each once",
        maybe: "name the screener"
      )
    }
    guard !title.isEmpty else {
      throw Fault(.badSummary, "a summary needs a title", maybe: "say what the table shows, in one line")
    }
    guard let years = Self.years(timePeriod), (years.first + 1) % 100 == years.second else {
      throw Fault(
        .badSummary,
        "the time period must be an academic year in six digits",
        maybe: "write 202627 for 2026/27"
      )
    }
    self.title = title
    self.filter = filter
    self.dimensions = dimensions
    self.bands = bands
    self.timePeriod = timePeriod
    self.timeIdentifier = timeIdentifier
  }

  /// The dimensions that make rows, in the order asked for.
  public var groupings: [Dimension] { self.dimensions.filter(\.makesGroups) }

  private static func years(_ text: String) -> (first: Int, second: Int)? {
    guard text.utf8.count == 6, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }),
      let first = Int(text.prefix(4)), let second = Int(text.suffix(2))
    else { return nil }
    return (first, second)
  }
}
