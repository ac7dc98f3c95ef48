// SPDX-License-Identifier: Apache-2.0

/// Finds where a text stops being JSON (RFC 8259); the decoder alone neither notices all errors nor says where.
struct JSONSyntax {
  /// Deeper nesting counts as an error.
  private static let depthLimit = 500

  private let bytes: [UInt8]
  private var at = 0

  /// Line and column of the first byte that cannot stand there, both from 1, columns in bytes; the place
  /// after the last byte when the text ends too early; `nil` when nothing is wrong.
  static func firstError(in bytes: [UInt8]) -> (line: Int, column: Int)? {
    var syntax = JSONSyntax(bytes: bytes)
    if syntax.value(depth: 0), syntax.skipSpace(), syntax.at == bytes.count { return nil }
    let before = bytes.prefix(syntax.at)
    let line = before.count { $0 == 0x0A } + 1
    return (line, before.count - (before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0) + 1)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8? { self.at < self.bytes.count ? self.bytes[self.at] : nil }

  /// Always true.
  private mutating func skipSpace() -> Bool {
    while let byte = self.next, [0x20, 0x09, 0x0A, 0x0D].contains(byte) { self.at += 1 }
    return true
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard self.next == byte else { return false }
    self.at += 1
    return true
  }

  private mutating func value(depth: Int) -> Bool {
    guard depth < Self.depthLimit, self.skipSpace(), let byte = self.next else { return false }
    switch byte {
    case UInt8(ascii: "{"):
      return self.list(closing: UInt8(ascii: "}")) { syntax in
        syntax.string() && syntax.skipSpace() && syntax.take(UInt8(ascii: ":"))
          && syntax.value(depth: depth + 1)
      }
    case UInt8(ascii: "["):
      return self.list(closing: UInt8(ascii: "]")) { $0.value(depth: depth + 1) }
    case UInt8(ascii: "\""): return self.string()
    case UInt8(ascii: "t"): return self.word("true")
    case UInt8(ascii: "f"): return self.word("false")
    case UInt8(ascii: "n"): return self.word("null")
    default: return self.number()
    }
  }

  private mutating func list(closing: UInt8, element: (inout JSONSyntax) -> Bool) -> Bool {
    self.at += 1
    guard self.skipSpace() else { return false }
    if self.take(closing) { return true }
    while true {
      guard self.skipSpace(), element(&self), self.skipSpace() else { return false }
      if self.take(closing) { return true }
      guard self.take(UInt8(ascii: ",")) else { return false }
    }
  }

  private mutating func word(_ word: StaticString) -> Bool {
    word.description.utf8.allSatisfy { self.take($0) }
  }

  private mutating func string() -> Bool {
    guard self.take(UInt8(ascii: "\"")) else { return false }
    while let byte = self.next, byte >= 0x20 {
      self.at += 1
      if byte == UInt8(ascii: "\"") { return true }
      if byte == UInt8(ascii: "\\") {
        guard let escaped = self.next, "\"\\/bfnrtu".utf8.contains(escaped) else { return false }
        self.at += 1
        if escaped == UInt8(ascii: "u") {
          for _ in 0..<4 {
            guard let digit = self.next, "0123456789abcdefABCDEF".utf8.contains(digit) else { return false }
            self.at += 1
          }
        }
      }
    }
    return false
  }

  private mutating func digits() -> Bool {
    let start = self.at
    while let byte = self.next, (0x30...0x39).contains(byte) { self.at += 1 }
    return self.at > start
  }

  private mutating func number() -> Bool {
    _ = self.take(UInt8(ascii: "-"))
    if !self.take(UInt8(ascii: "0")), !self.digits() { return false }
    if self.take(UInt8(ascii: ".")), !self.digits() { return false }
    if self.take(UInt8(ascii: "e")) || self.take(UInt8(ascii: "E")) {
      if !self.take(UInt8(ascii: "-")) { _ = self.take(UInt8(ascii: "+")) }
      return self.digits()
    }
    return true
  }
}
