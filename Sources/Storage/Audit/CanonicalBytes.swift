// SPDX-License-Identifier: Apache-2.0

/// The bytes that are hashed, the same on every machine and readable in one way only.
///
/// Each part is a tag byte and its body: `t` text: the length of its UTF-8 as 8 bytes big-endian, then the
/// UTF-8; `b` bytes: the length as 8 bytes big-endian, then the bytes; `i` integer: 8 bytes big-endian, two's complement; `r` real: the 8 bytes of its
/// IEEE 754 pattern big-endian; `n` null: nothing; `l` list: the number of items as 8 bytes big-endian, then
/// the items as parts. The first part is the domain, a text that no other use of the hash begins with.
struct CanonicalBytes {
  private(set) var bytes: [UInt8] = []

  init(domain: String) { self.append(domain) }

  /// The columns of a row, one part each, with the domain `elsec/row/1`.
  init(of values: [SQLValue]) {
    self.init(domain: "elsec/row/1")
    for value in values { self.append(value) }
  }

  mutating func append(_ text: String) {
    let utf8 = Array(text.utf8)
    self.appendTag("t", UInt64(utf8.count))
    self.bytes += utf8
  }

  mutating func append(_ bytes: [UInt8]) {
    self.appendTag("b", UInt64(bytes.count))
    self.bytes += bytes
  }

  mutating func append(_ number: Int) { self.appendTag("i", UInt64(bitPattern: Int64(number))) }

  mutating func append(_ items: [String]) {
    self.appendTag("l", UInt64(items.count))
    for item in items { self.append(item) }
  }

  mutating func append(_ value: SQLValue) {
    switch value {
    case .null: self.bytes.append(UInt8(ascii: "n"))
    case .integer(let number): self.append(number)
    case .real(let number): self.appendTag("r", number.bitPattern)
    case .text(let text): self.append(text)
    }
  }

  private mutating func appendTag(_ tag: Unicode.Scalar, _ word: UInt64) {
    self.bytes.append(UInt8(ascii: tag))
    for shift in stride(from: 56, through: 0, by: -8) {
      self.bytes.append(UInt8(truncatingIfNeeded: word >> UInt64(shift)))
    }
  }
}
