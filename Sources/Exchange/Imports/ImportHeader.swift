// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Which column of a file is which column of a layout.
struct ImportHeader: Sendable {
  /// By the layout's name.
  let positions: [String: Int]
  /// The file's other columns, in its order.
  let others: [(name: String, position: Int)]
  let width: Int
  let notes: [String]
  /// For a file of another system: `others` then have our names.
  let translation: ImportMapping?

  /// The header of a file of another system.
  ///
  /// - Throws: ``Vocabulary/Fault`` `csv.header`, also when the mapping gives no source to a required column.
  init(_ row: CSVRow, _ layout: ImportLayout, translation: ImportMapping, file: String) throws {
    let found = try translation.positions(in: row, file: file)
    let known = Set(layout.columns.map(\.name))
    let missing = layout.columns.filter {
      $0.isRequired && translation.sources[$0.name] == nil && translation.constants[$0.name] == nil
    }
    guard missing.isEmpty else {
      throw Fault(
        .csvHeader,
        "the mapping has no \(missing.map { "'\($0.name)'" }.joined(separator: ", "))",
        at: "\(file):1",
        maybe: "name it under 'columns' or 'constants'"
      )
    }
    self.positions = Dictionary(
      found.filter { known.contains($0.name) }.map { ($0.name, $0.position) },
      uniquingKeysWith: { first, _ in first }
    )
    self.others = found.filter { !known.contains($0.name) }
    self.width = row.count
    self.notes = []
    self.translation = translation
  }

  /// - Throws: ``Vocabulary/Fault`` `csv.header` when a required column is missing or a column stands
  ///   twice. The names that the file has are not repeated: in a file without a header they are data.
  init(_ row: CSVRow, _ layout: ImportLayout, mapping: [String: String], file: String) throws {
    let names = row.cells.map { trimmed($0) }
    let mapping = Dictionary(
      mapping.map { (trimmed($0.key).lowercased(), $0.value) },
      uniquingKeysWith: { first, _ in first }
    )
    var wanted: [String: (name: String, rank: Int)] = [:]
    for column in layout.columns {
      for (rank, name) in ([column.name] + column.also).enumerated() {
        wanted[name.lowercased()] = (column.name, rank)
      }
    }
    var found: [String: (position: Int, rank: Int)] = [:]
    var others: [(name: String, position: Int)] = []
    for (position, name) in names.enumerated() {
      let own = mapping[name.lowercased()].map { (name: $0, rank: -1) } ?? wanted[name.lowercased()]
      guard let own else {
        others.append((name, position))
        continue
      }
      if let other = found[own.name], other.rank == own.rank {
        throw Fault(
          .csvHeader,
          "the column '\(own.name)' stands twice",
          at: "\(file):1:\(position + 1)",
          maybe: "take one of the two away"
        )
      }
      if let other = found[own.name], other.rank < own.rank { continue }
      found[own.name] = (position, own.rank)
    }
    let missing = layout.columns.filter { $0.isRequired && found[$0.name] == nil }.map { "'\($0.name)'" }
    guard missing.isEmpty else {
      throw Fault(
        .csvHeader,
        "the \(layout.what) file has no column \(missing.joined(separator: ", "))",
        at: "\(file):1",
        maybe: "the first row names the columns: \(layout.columnNames)"
      )
    }
    self.translation = nil
    self.positions = found.mapValues(\.position)
    self.others = others
    self.width = row.count
    let ignored = others.map(\.name).filter { !$0.isEmpty }
    self.notes =
      ignored.isEmpty || layout.takesOtherColumns
      ? [] : ["\(ignored.count) columns are not used: \(ignored.joined(separator: ", "))"]
  }
}

extension ImportLayout {
  var columnNames: String { self.columns.map(\.name).joined(separator: ",") }
}

/// Without the white space around it; a no-break space counts.
func trimmed(_ text: String) -> String {
  let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
  guard let first = text.unicodeScalars.first, let last = text.unicodeScalars.last else { return text }
  guard isSpace(first) || isSpace(last) else { return text }
  let scalars = text.unicodeScalars.drop(while: isSpace)
  let end = scalars.lastIndex { !isSpace($0) }.map { scalars.index(after: $0) } ?? scalars.startIndex
  return String(scalars[scalars.startIndex..<end])
}
