// SPDX-License-Identifier: Apache-2.0

extension JSONScanner {
  mutating func number() throws(JSONError) -> JSONNumber {
    let start = self.at
    if self.next == UInt8(ascii: "-") { self.at += 1 }
    let digits = self.at
    if self.next == UInt8(ascii: "0") { self.at += 1 } else { try self.digits() }
    let isWhole = self.next != UInt8(ascii: ".") && self.next | 0x20 != UInt8(ascii: "e")
    if isWhole, self.at - digits >= 19, !self.fits(digits..<self.at, isNegative: digits > start) {
      throw self.error(.wholeTooLarge, at: start)
    }
    if self.next == UInt8(ascii: ".") {
      self.at += 1
      try self.digits()
    }
    if self.next | 0x20 == UInt8(ascii: "e") {
      self.at += 1
      if self.next == UInt8(ascii: "+") || self.next == UInt8(ascii: "-") { self.at += 1 }
      try self.digits()
    }
    guard self.at - start <= JSONNumber.longest else { throw self.error(.numberTooLong, at: start) }
    return JSONNumber(checked: String(decoding: self.bytes[start..<self.at], as: UTF8.self))
  }

  private mutating func digits() throws(JSONError) {
    guard (0x30...0x39).contains(self.next) else { throw self.surprise() }
    while (0x30...0x39).contains(self.next) { self.at += 1 }
  }

  /// Whether digits without a leading zero are a whole number of 64 bits with sign.
  private func fits(_ digits: Range<Int>, isNegative: Bool) -> Bool {
    guard digits.count == 19 else { return false }
    // 19 digits are below 10¹⁹, which 64 bits without sign hold.
    let magnitude = self.bytes[digits].reduce(UInt64(0)) { $0 &* 10 &+ UInt64($1 &- 0x30) }
    return magnitude <= UInt64(Int64.max) + (isNegative ? 1 : 0)
  }
}
