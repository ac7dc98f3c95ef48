// SPDX-License-Identifier: Apache-2.0

extension JSONScanner {
  /// The string whose opening quote stands here.
  mutating func string() throws(JSONError) -> String {
    self.at += 1
    let start = self.at
    while self.at < self.bytes.count {
      let byte = self.bytes[self.at]
      if byte == UInt8(ascii: "\"") {
        self.at += 1
        return String(decoding: self.bytes[start..<self.at - 1], as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") { return try self.escapedString(from: start) }
      try self.character(byte)
    }
    throw self.error(.endsEarly)
  }

  /// The rest of a string that has an escape here, the first in it.
  private mutating func escapedString(from start: Int) throws(JSONError) -> String {
    var text = Array(self.bytes[start..<self.at])
    while self.at < self.bytes.count {
      let byte = self.bytes[self.at]
      if byte == UInt8(ascii: "\"") {
        self.at += 1
        return String(decoding: text, as: UTF8.self)
      }
      if byte == UInt8(ascii: "\\") {
        try self.escape(into: &text)
      } else {
        let from = self.at
        try self.character(byte)
        text.append(contentsOf: self.bytes[from..<self.at])
      }
    }
    throw self.error(.endsEarly)
  }

  /// Steps over one character that stands for itself.
  @inline(__always)
  private mutating func character(_ lead: UInt8) throws(JSONError) {
    if lead < 0x80 {
      guard lead >= 0x20 else { throw self.error(.controlByte) }
      self.at += 1
    } else {
      try self.longCharacter(lead)
    }
  }

  /// Two to four bytes of well-formed UTF-8 (Unicode 16.0, table 3-7).
  private mutating func longCharacter(_ lead: UInt8) throws(JSONError) {
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: throw self.error(.notUTF8)
    }
    guard self.at + length <= self.bytes.count, second.contains(self.bytes[self.at + 1]),
      self.bytes[self.at + 2..<self.at + length].allSatisfy({ $0 & 0xC0 == 0x80 })
    else { throw self.error(.notUTF8) }
    self.at += length
  }

  private mutating func escape(into text: inout [UInt8]) throws(JSONError) {
    let start = self.at
    self.at += 1
    guard self.at < self.bytes.count else { throw self.error(.endsEarly) }
    let letter = self.bytes[self.at]
    self.at += 1
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "u"):
      var value = try self.fourDigits()
      if (0xD800...0xDBFF).contains(value) {
        guard self.next == UInt8(ascii: "\\"), self.at + 1 < self.bytes.count,
          self.bytes[self.at + 1] == UInt8(ascii: "u")
        else { throw self.error(.loneSurrogate, at: start) }
        self.at += 2
        let low = try self.fourDigits()
        guard (0xDC00...0xDFFF).contains(low) else { throw self.error(.loneSurrogate, at: start) }
        value = 0x10000 + (value - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(value) else { throw self.error(.loneSurrogate, at: start) }
      text.append(contentsOf: UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
    default: throw self.error(.badEscape, at: start)
    }
  }

  private mutating func fourDigits() throws(JSONError) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard self.at < self.bytes.count else { throw self.error(.endsEarly) }
      switch self.bytes[self.at] {
      case let digit where (0x30...0x39).contains(digit): value = value << 4 | UInt32(digit - 0x30)
      case let digit where (0x61...0x66).contains(digit | 0x20): value = value << 4 | UInt32((digit | 0x20) - 0x57)
      default: throw self.error(.badEscape)
      }
      self.at += 1
    }
    return value
  }
}
