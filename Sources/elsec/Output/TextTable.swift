// SPDX-License-Identifier: Apache-2.0

/// A table for people: aligned columns, a rule under the header, numbers to the right.
struct TextTable {
  enum Side { case left, right }

  private let headers: [String]
  private let sides: [Side]
  private var rows: [[String]] = []

  /// Column headers, each with the side its cells keep to.
  init(_ columns: [(String, Side)]) {
    self.headers = columns.map(\.0)
    self.sides = columns.map(\.1)
  }

  /// - Parameter cells: one a column; missing ones at the end are empty.
  mutating func add(_ cells: String...) { self.rows.append(cells) }
  mutating func add(cells: [String]) { self.rows.append(cells) }

  var isEmpty: Bool { self.rows.isEmpty }

  /// Lines without trailing spaces, each ended by a line feed.
  var text: String {
    let all = [self.headers] + self.rows
    let widths = self.headers.indices.map { column in
      all.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    let ruled = widths.map { String(repeating: "-", count: $0) }
    return ([self.headers, ruled] + self.rows).map { row in
      let cells = widths.indices.map { column in
        let cell = column < row.count ? row[column] : ""
        let space = String(repeating: " ", count: widths[column] - cell.count)
        return self.sides[column] == .left ? cell + space : space + cell
      }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return line + "\n"
    }.joined()
  }
}
