// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Finds where rows end in the bytes of a CSV file without reading the rows.
///
/// A line feed ends a row when the number of quotation marks before it, from the row's beginning, is even. That holds
/// up to the first quotation mark that stands where RFC 4180 has no place for one, and reading ends there anyhow.
public enum CSVPieces {
  /// No row that ``CSVReader`` accepts within its usual limits has this many bytes with its quotation marks.
  public static let longestRow = 4 * 1_048_576

  /// How many of the bytes are whole rows, up to the last line feed that ends one. `bytes` begins with a row.
  public static func wholeRows(in bytes: UnsafeRawBufferPointer) -> Int {
    var whole = 0
    var at = 0
    var isQuoted = false
    while at < bytes.count {
      let quote = Self.first(0x22, in: bytes, from: at) ?? bytes.count
      if !isQuoted, let end = Self.last(0x0A, in: bytes, at..<quote) { whole = end + 1 }
      isQuoted.toggle()
      at = quote + 1
    }
    return whole
  }

  /// Where the row that begins at `from` ends, with its line feed; the end of the bytes when there is none.
  static func rowEnd(in bytes: UnsafeRawBufferPointer, from: Int) -> Int {
    var at = from
    var isQuoted = false
    while at < bytes.count {
      if bytes[at] == 0x22 { isQuoted.toggle() }
      at += 1
      if bytes[at - 1] == 0x0A, !isQuoted { break }
    }
    return at
  }

  private static func first(_ byte: Int32, in bytes: UnsafeRawBufferPointer, from: Int) -> Int? {
    guard from < bytes.count, let base = bytes.baseAddress,
      let found = memchr(base + from, byte, bytes.count - from)
    else { return nil }
    return UnsafeRawPointer(found) - base
  }

  private static func last(_ byte: UInt8, in bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Int? {
    var at = range.upperBound
    while at > range.lowerBound {
      at -= 1
      if bytes[at] == byte { return at }
    }
    return nil
  }
}
