// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// How a file of another system is read as one of ours: which of its columns is which of ours, how it writes dates
/// and codes, and what it need not say. Every column of the file must be mapped or ignored, so that none is passed
/// over unseen.
public struct ImportMapping: Sendable, Hashable {
  public enum DateForm: String, Sendable, CaseIterable {
    case yearFirst = "YYYY-MM-DD"
    case dayFirst = "DD/MM/YYYY"

    /// `nil` for another form, or a day that is not on the calendar.
    public func date(_ text: String) -> CivilDate? {
      switch self {
      case .yearFirst: return CivilDate(text)
      case .dayFirst:
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 2, parts[1].utf8.count == 2, parts[2].utf8.count == 4
        else { return nil }
        return CivilDate("\(parts[2])-\(parts[1])-\(parts[0])")
      }
    }
  }

  /// Where one of our columns comes from.
  public struct Source: Sendable, Hashable {
    /// The file's own name of the column, without white space around it.
    public let column: String
    public let dateForm: DateForm?
    /// The file's codes, each with ours; empty when they are the same.
    public let values: [String: String]

    public init(column: String, dateForm: DateForm? = nil, values: [String: String] = [:]) {
      self.column = column
      self.dateForm = dateForm
      self.values = values
    }
  }

  /// By our column.
  public let sources: [String: Source]
  /// By our column, the same in every row.
  public let constants: [String: String]
  public let ignored: Set<String>

  public init(sources: [String: Source], constants: [String: String] = [:], ignored: Set<String> = []) {
    self.sources = sources
    self.constants = constants
    self.ignored = ignored
  }

  /// What a person looks for in the file when one of our columns is to blame.
  public func ownName(of column: String) -> String { self.sources[column]?.column ?? column }
}

extension ImportMapping {
  /// Our columns with their positions in a header, in the order of the file.
  ///
  /// - Throws: `csv.header` for a mapped column that is not there or stands twice, and for columns that are neither
  ///   mapped nor ignored: by position, since in a file without a header the names are data.
  func positions(in row: CSVRow, file: String) throws -> [(name: String, position: Int)] {
    let names = row.cells.map { trimmed($0) }
    var found: [(name: String, position: Int)] = []
    for (column, source) in self.sources.sorted(by: { $0.key < $1.key }) {
      let positions = names.indices.filter { names[$0] == source.column }
      guard let position = positions.first, positions.count == 1 else {
        throw Fault(
          .csvHeader,
          positions.isEmpty
            ? "the file has no column '\(source.column)', which the mapping reads as '\(column)'"
            : "the column '\(source.column)' stands twice",
          at: "\(file):1",
          maybe: "compare the mapping with the first row of the file"
        )
      }
      found.append((column, position))
    }
    let mapped = Set(self.sources.values.map(\.column))
    let others = names.indices.filter { !mapped.contains(names[$0]) && !self.ignored.contains(names[$0]) }
    guard let first = others.first else { return found.sorted { $0.position < $1.position } }
    let listed = others.map { "\($0 + 1)" }.joined(separator: ", ")
    throw Fault(
      .csvHeader,
      others.count == 1
        ? "column \(listed) is neither mapped nor ignored" : "columns \(listed) are neither mapped nor ignored",
      at: "\(file):1:\(first + 1)",
      maybe: "name each in the mapping, under 'columns' or in 'ignore'"
    )
  }
}
