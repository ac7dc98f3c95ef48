// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A plain CSV file beside a definition; the first line names the columns.
struct SideTable {
  struct Row {
    let cells: [String]
    /// From 1, the header being line 1.
    let line: Int
    let path: String
    let findings: Findings

    func number(_ column: Int, _ name: String) -> Double? {
      PlainTable.number(self.cells[column])
        ?? self.refuse(
          column, "the cell '\(self.cells[column])' under \(name) is no number", maybe: "write digits with a point")
    }

    func int(_ column: Int, _ name: String) -> Int? {
      Int(self.cells[column])
        ?? self.refuse(
          column, "the cell '\(self.cells[column])' under \(name) is no whole number", maybe: "write digits")
    }

    /// Reports that the row has too few or too many cells.
    func refuseWidth<Value>(_ header: [String]) -> Value? {
      self.refuse(
        0,
        "the row has \(self.cells.count) cells, not \(header.count)",
        maybe: "write \(header.joined(separator: ","))"
      )
    }

    func refuse<Value>(_ column: Int, _ message: String, maybe hint: String) -> Value? {
      self.findings.add(
        .definitionTable,
        message,
        at: Place(file: self.path, line: self.line, column: column + 1),
        maybe: hint
      )
      return nil
    }
  }

  let header: [String]
  let rows: [Row]
  private let path: String
  private let findings: Findings

  init(_ bytes: [UInt8], path: String, findings: Findings) {
    let lines = PlainTable.lines(bytes)
    self.header = lines.first ?? []
    self.rows = lines.enumerated().dropFirst().map { index, cells in
      Row(cells: cells, line: index + 1, path: path, findings: findings)
    }
    self.path = path
    self.findings = findings
  }

  /// Reports another header.
  func begins(with header: [String], _ what: String) -> Bool {
    if self.header == header { return true }
    self.findings.add(
      .definitionTable,
      "\(what) begins with '\(self.header.joined(separator: ","))'",
      at: Place(file: self.path, line: 1, column: 1),
      maybe: "begin it with \(header.joined(separator: ","))"
    )
    return false
  }
}
