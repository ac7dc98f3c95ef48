// SPDX-License-Identifier: Apache-2.0

/// Splits plain rows of a CSV file into cells without copying a byte.
///
/// A row is plain when it has the header's number of cells and all its bytes are ASCII without NUL, when quotation
/// marks stand round whole cells only, when no cell holds a comma, a line break or a quotation mark, and when it is
/// short enough to be within ``CSVLimits`` whatever it holds. ``CSVReader`` reads every other row, and is the slow twin
/// for these.
struct CSVSplitter {
  enum Found {
    case row(end: Int)
    /// A line without a byte.
    case blank(end: Int)
    case notPlain
  }

  /// The longest row that is split: no cell of it can be over the limit of ``CSVLimits``.
  static let longest = 65_536

  let width: Int
  /// After ``split(_:from:)``: cell `c` is `bytes[bounds[2c]..<bounds[2c + 1]]`.
  private(set) var bounds: [Int]

  init(width: Int) {
    self.width = width
    self.bounds = [Int](repeating: 0, count: width * 2)
  }

  /// Splits the row that begins at `from`; the last row may end with the bytes.
  mutating func split(_ bytes: UnsafeRawBufferPointer, from: Int) -> Found {
    let count = bytes.count
    var at = from
    var cell = 0
    while true {
      guard cell < self.width else { return .notPlain }
      var begin = at
      var end: Int
      if at < count, bytes[at] == 0x22 {
        begin = at + 1
        at = begin
        while at < count, Self.isPlain(bytes[at]) { at += 1 }
        guard at < count, bytes[at] == 0x22 else { return .notPlain }
        end = at
        at += 1
      } else {
        while at < count, Self.isPlain(bytes[at]) { at += 1 }
        end = at
      }
      self.bounds[cell * 2] = begin
      self.bounds[cell * 2 + 1] = end
      cell += 1
      let isFirst = cell == 1
      guard at < count else { return self.ended(cell, from, end: count, isBlank: false) }
      switch bytes[at] {
      case 0x2C: at += 1
      case 0x0A: return self.ended(cell, from, end: at + 1, isBlank: isFirst && at == from)
      case 0x0D where at + 1 < count && bytes[at + 1] == 0x0A:
        return self.ended(cell, from, end: at + 2, isBlank: isFirst && at == from)
      default: return .notPlain
      }
    }
  }

  private func ended(_ cells: Int, _ from: Int, end: Int, isBlank: Bool) -> Found {
    if isBlank { return .blank(end: end) }
    return cells == self.width && end - from <= Self.longest ? .row(end: end) : .notPlain
  }

  /// Whether a byte is text wherever it stands: ASCII but NUL, the line ends, the comma and the quotation mark.
  @inline(__always)
  private static func isPlain(_ byte: UInt8) -> Bool {
    // From `-` to the last of ASCII: nearly everything that stands in an answer file.
    if byte &- 0x2D < 0x53 { return true }
    return byte < 0x2C && byte != 0x00 && byte != 0x0A && byte != 0x0D && byte != 0x22
  }
}
