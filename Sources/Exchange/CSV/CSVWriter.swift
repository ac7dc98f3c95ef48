// SPDX-License-Identifier: Apache-2.0

/// Writes CSV as RFC 4180 has it: UTF-8 without a byte order mark, a cell quoted only when it must be.
///
/// Lines end in LF, which every reader takes and which keeps `cut` and `awk` usable on the last column.
/// Bytes gather in ``bytes`` until ``drain()`` takes them, so a long file needs no more memory than its
/// writer leaves lying.
public struct CSVWriter: Sendable {
  /// Who opens the file next.
  public enum Audience: Sendable {
    /// A program: cells are written as they are.
    case programs
    /// A person with a spreadsheet: a text cell that begins with `=`, `+`, `-`, `@`, a tab or a carriage
    /// return gets an apostrophe in front, so that a name someone typed is never run as a formula. Numbers
    /// are given to ``number(_:)`` and keep their sign.
    case people
  }

  public private(set) var bytes: [UInt8] = []
  private let audience: Audience
  private var rowIsOpen = false

  public init(for audience: Audience = .programs) { self.audience = audience }

  /// Adds one cell to the open row.
  public mutating func text(_ cell: String) {
    self.separate()
    var cell = cell
    cell.withUTF8 { utf8 in
      if self.audience == .people, let first = utf8.first, Self.startsFormula(first) {
        self.quoted(utf8, prefix: [0x27])
      } else if utf8.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) {
        self.quoted(utf8, prefix: [])
      } else {
        self.bytes.append(contentsOf: utf8)
      }
    }
  }

  /// Adds one cell that is known to hold only letters, digits and signs that need no quotes, as it is.
  public mutating func raw(_ cell: some Sequence<UInt8>) {
    self.separate()
    self.bytes.append(contentsOf: cell)
  }

  public mutating func number(_ value: Int) { self.raw(String(value).utf8) }

  /// Adds an empty cell: missing, never 0.
  public mutating func empty() { self.separate() }

  public mutating func endRow() {
    self.bytes.append(0x0A)
    self.rowIsOpen = false
  }

  /// Adds a whole row of text cells.
  public mutating func row(_ cells: some Sequence<String>) {
    for cell in cells { self.text(cell) }
    self.endRow()
  }

  /// Hands over what was written so far and forgets it; the memory is kept for what comes next.
  public mutating func drain() -> [UInt8] {
    let written = self.bytes
    self.bytes = []
    self.bytes.reserveCapacity(written.count)
    return written
  }

  public var text: String { String(decoding: self.bytes, as: UTF8.self) }

  private mutating func separate() {
    if self.rowIsOpen { self.bytes.append(0x2C) }
    self.rowIsOpen = true
  }

  private mutating func quoted(_ utf8: UnsafeBufferPointer<UInt8>, prefix: [UInt8]) {
    self.bytes.append(0x22)
    self.bytes.append(contentsOf: prefix)
    for byte in utf8 {
      if byte == 0x22 { self.bytes.append(0x22) }
      self.bytes.append(byte)
    }
    self.bytes.append(0x22)
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x3D, 0x2B, 0x2D, 0x40, 0x09, 0x0D: true
    default: false
    }
  }
}
