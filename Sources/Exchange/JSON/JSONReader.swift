// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Vocabulary

/// Bytes to a ``JSONValue``. Refuses what RFC 8259 refuses, and keys that stand twice in one object.
struct JSONReader {
  private let bytes: [UInt8]
  private var at = 0

  /// - Throws: a fault of `code` with `line:column`, or the path of a key that stands twice.
  static func value(_ bytes: [UInt8], code: Fault.Code) throws -> JSONValue {
    if let (line, column) = JSONSyntax.firstError(in: bytes) {
      throw Fault(
        code, "the file is not JSON from line \(line), column \(column) on", at: "\(line):\(column)",
        maybe: "check that the file is whole and in UTF-8")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw Fault(code, "the file is not UTF-8", maybe: "save it as UTF-8 without a byte order mark")
    }
    var reader = JSONReader(bytes: bytes)
    return try reader.value(path: "", code)
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  private var next: UInt8 { self.at < self.bytes.count ? self.bytes[self.at] : 0 }

  private mutating func skip(_ marks: String = "") {
    while self.at < self.bytes.count,
      [0x20, 0x09, 0x0A, 0x0D].contains(self.next) || marks.utf8.contains(self.next)
    { self.at += 1 }
  }

  private mutating func value(path: String, _ code: Fault.Code) throws -> JSONValue {
    self.skip()
    switch self.next {
    case UInt8(ascii: "{"): return try self.object(path: path, code)
    case UInt8(ascii: "["):
      self.at += 1
      var values: [JSONValue] = []
      self.skip()
      while self.at < self.bytes.count, self.next != UInt8(ascii: "]") {
        values.append(try self.value(path: "\(path)[\(values.count)]", code))
        self.skip(",")
      }
      self.at += 1
      return .list(values)
    case UInt8(ascii: "\""): return .text(try self.string(path: path, code))
    case UInt8(ascii: "t"): return self.word(4, .bool(true))
    case UInt8(ascii: "f"): return self.word(5, .bool(false))
    case UInt8(ascii: "n"): return self.word(4, .null)
    default:
      let start = self.at
      while self.at < self.bytes.count, "+-.eE0123456789".utf8.contains(self.next) { self.at += 1 }
      return .number(String(decoding: self.bytes[start..<self.at], as: UTF8.self))
    }
  }

  private mutating func object(path: String, _ code: Fault.Code) throws -> JSONValue {
    self.at += 1
    var members: [String: JSONValue] = [:]
    self.skip()
    while self.at < self.bytes.count, self.next != UInt8(ascii: "}") {
      let key = try self.string(path: path, code)
      let inner = path.isEmpty ? key : "\(path).\(key)"
      self.skip(":")
      if members.updateValue(try self.value(path: inner, code), forKey: key) != nil {
        throw Fault(code, "the key '\(key)' stands twice in one object", at: inner, maybe: "remove one")
      }
      self.skip(",")
    }
    self.at += 1
    return .object(members)
  }

  private mutating func word(_ length: Int, _ value: JSONValue) -> JSONValue {
    self.at += length
    return value
  }

  /// The string that begins here. The decoder resolves its escapes, and refuses half a surrogate pair.
  private mutating func string(path: String, _ code: Fault.Code) throws -> String {
    let start = self.at
    self.at += 1
    while self.at < self.bytes.count, self.next != UInt8(ascii: "\"") {
      self.at += self.next == UInt8(ascii: "\\") ? 2 : 1
    }
    self.at = min(self.at + 1, self.bytes.count)
    let quoted = self.bytes[start..<self.at]
    guard quoted.contains(UInt8(ascii: "\\")) else {
      return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
    }
    do {
      return try JSONDecoder().decode(String.self, from: Data(quoted))
    } catch {
      throw Fault(
        code, "a text holds an escape that stands for no character", at: path.isEmpty ? nil : path,
        maybe: "write the characters themselves")
    }
  }
}
