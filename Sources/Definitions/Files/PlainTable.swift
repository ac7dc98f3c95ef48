// SPDX-License-Identifier: Apache-2.0

/// Comma-separated tables of content folders: no quotes, so no comma inside a cell; a carriage return before
/// a line feed is dropped; a blank line at the end is none.
package enum PlainTable {
  package static func lines(_ bytes: [UInt8]) -> [[String]] {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map { line in
      line.last == 0x0D ? line.dropLast() : line
    }
    while lines.last?.isEmpty ?? false { lines.removeLast() }
    return lines.map { line in
      line.split(separator: 0x2C, omittingEmptySubsequences: false).map {
        String(decoding: $0, as: UTF8.self)
      }
    }
  }

  /// A plain decimal number: digits with at most one point and a minus sign before.
  package static func number(_ cell: String) -> Double? {
    let digits = cell.first == "-" ? cell.dropFirst() : cell[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2E }) else {
      return nil
    }
    return Double(cell)
  }
}
