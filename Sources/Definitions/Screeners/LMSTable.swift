// SPDX-License-Identifier: Apache-2.0

package import Screening
import Vocabulary

/// A norm file: CSV with the header `age_months,L,M,S` and numbers below, without quotes.
package enum LMSTable {
  package static let header = ["age_months", "L", "M", "S"]

  /// `nil` when the header is another one or no row can be read; a place is `file:row:column`.
  package static func rows(_ bytes: [UInt8], path: String, findings: Findings) -> [NormTable.Row]? {
    let lines = PlainTable.lines(bytes)
    guard let first = lines.first, first == Self.header else {
      findings.add(
        .definitionTable,
        "the norm table begins with '\((lines.first ?? []).joined(separator: ","))'",
        at: Place(file: path, line: 1, column: 1),
        maybe: "begin it with \(Self.header.joined(separator: ","))"
      )
      return nil
    }
    return lines.enumerated().dropFirst().compactMap { index, cells in
      self.row(cells, at: index + 1, path: path, findings: findings)
    }
  }

  private static func row(_ cells: [String], at line: Int, path: String, findings: Findings) -> NormTable.Row? {
    guard cells.count == 4 else {
      findings.add(
        .definitionTable,
        "the row has \(cells.count) cells, not 4",
        at: Place(file: path, line: line, column: 1),
        maybe: "write age_months,L,M,S"
      )
      return nil
    }
    let numbers = cells.enumerated().map { index, cell -> Double? in
      if let number = PlainTable.number(cell) { return number }
      findings.add(
        .definitionTable,
        "the cell '\(cell)' under \(Self.header[index]) is no number",
        at: Place(file: path, line: line, column: index + 1),
        maybe: "write digits with a point"
      )
      return nil
    }
    guard let age = numbers[0], let l = numbers[1], let m = numbers[2], let s = numbers[3] else { return nil }
    return NormTable.Row(ageMonths: age, l: l, m: m, s: s)
  }
}
