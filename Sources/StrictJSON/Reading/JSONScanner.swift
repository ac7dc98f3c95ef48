// SPDX-License-Identifier: Apache-2.0

/// Reads one JSON text in one pass. Recursion is bounded by the limits' depth.
struct JSONScanner {
  let bytes: [UInt8]
  var at = 0
  private var nodes = 0
  private let limits: JSONLimits

  init(_ bytes: [UInt8], _ limits: JSONLimits) {
    self.bytes = bytes
    self.limits = limits
  }

  mutating func whole() throws(JSONError) -> JSONValue {
    if self.bytes.starts(with: [0xEF, 0xBB, 0xBF]) { throw self.error(.byteOrderMark, at: 0) }
    self.skipSpace()
    guard self.at < self.bytes.count else { throw self.error(.empty) }
    let value = try self.value(depth: 0)
    self.skipSpace()
    guard self.at == self.bytes.count else { throw self.error(.trailing) }
    return value
  }

  func error(_ problem: JSONError.Problem, at offset: Int? = nil) -> JSONError {
    JSONError(problem: problem, offset: offset ?? self.at)
  }

  /// The byte that stands here, or 0 (which stands nowhere in JSON) past the end.
  var next: UInt8 { self.at < self.bytes.count ? self.bytes[self.at] : 0 }

  /// The error for a byte that cannot stand here, or for there being none.
  func surprise() -> JSONError { self.error(self.at < self.bytes.count ? .unexpected : .endsEarly) }

  mutating func skipSpace() {
    while self.at < self.bytes.count {
      switch self.bytes[self.at] {
      case 0x20, 0x0A, 0x0D, 0x09: self.at += 1
      default: return
      }
    }
  }

  private mutating func value(depth: Int) throws(JSONError) -> JSONValue {
    self.nodes += 1
    guard self.nodes <= self.limits.nodes else { throw self.error(.tooManyNodes) }
    switch self.next {
    case UInt8(ascii: "\""): return .text(try self.string())
    case UInt8(ascii: "{"): return .object(try self.object(depth: depth + 1))
    case UInt8(ascii: "["): return .list(try self.list(depth: depth + 1))
    case UInt8(ascii: "-"), 0x30...0x39: return .number(try self.number())
    case UInt8(ascii: "t"): return try self.word("true", .bool(true))
    case UInt8(ascii: "f"): return try self.word("false", .bool(false))
    case UInt8(ascii: "n"): return try self.word("null", .null)
    default: throw self.surprise()
    }
  }

  private mutating func word(_ word: StaticString, _ value: JSONValue) throws(JSONError) -> JSONValue {
    for offset in 0..<word.utf8CodeUnitCount {
      guard self.next == word.utf8Start[offset] else { throw self.surprise() }
      self.at += 1
    }
    return value
  }

  private mutating func list(depth: Int) throws(JSONError) -> [JSONValue] {
    guard depth <= self.limits.depth else { throw self.error(.tooDeep) }
    self.at += 1
    self.skipSpace()
    var values: [JSONValue] = []
    if self.next == UInt8(ascii: "]") {
      self.at += 1
      return values
    }
    while true {
      values.append(try self.value(depth: depth))
      if try self.ends(with: UInt8(ascii: "]")) { return values }
    }
  }

  private mutating func object(depth: Int) throws(JSONError) -> JSONObject {
    guard depth <= self.limits.depth else { throw self.error(.tooDeep) }
    let start = self.at
    self.at += 1
    self.skipSpace()
    var members: [JSONObject.Member] = []
    if self.next == UInt8(ascii: "}") {
      self.at += 1
      return JSONObject()
    }
    members.reserveCapacity(4)
    while true {
      let key = try self.key()
      members.append(JSONObject.Member(key: key, value: try self.value(depth: depth)))
      if try self.ends(with: UInt8(ascii: "}")) { break }
    }
    do throws(JSONObject.DuplicateKey) {
      return try JSONObject(unchecked: members)
    } catch {
      throw try self.duplicate(error.place, start: start, depth: depth)
    }
  }

  /// A key with its colon and the space on both sides of it.
  private mutating func key() throws(JSONError) -> String {
    guard self.next == UInt8(ascii: "\"") else { throw self.surprise() }
    let key = try self.string()
    self.skipSpace()
    guard self.next == UInt8(ascii: ":") else { throw self.surprise() }
    self.at += 1
    self.skipSpace()
    return key
  }

  /// Takes the closing mark, or a comma with the space after it.
  private mutating func ends(with closing: UInt8) throws(JSONError) -> Bool {
    self.skipSpace()
    let mark = self.next
    guard mark == closing || mark == UInt8(ascii: ",") else { throw self.surprise() }
    self.at += 1
    if mark == closing { return true }
    self.skipSpace()
    return false
  }

  /// The error for the member at `place` of the object that begins at `start`; reads it again up to there, so that
  /// objects without one need not remember where their keys stand.
  private func duplicate(_ place: Int, start: Int, depth: Int) throws(JSONError) -> JSONError {
    var again = JSONScanner(self.bytes, JSONLimits(depth: self.limits.depth, nodes: .max))
    again.at = start + 1
    again.skipSpace()
    for _ in 0..<place {
      _ = try again.key()
      _ = try again.value(depth: depth)
      _ = try again.ends(with: UInt8(ascii: "}"))
    }
    return again.error(.duplicateKey)
  }
}

extension JSONValue {
  /// Reads a whole JSON text (RFC 8259), and refuses what readers are known to differ on: duplicate keys, a byte order
  /// mark, half surrogate pairs, whole numbers past 64 bits, and whatever is past the limits.
  ///
  /// - Complexity: O(n), and O(k log k) for an object of k members.
  public init(reading bytes: [UInt8], limits: JSONLimits = .line) throws(JSONError) {
    var scanner = JSONScanner(bytes, limits)
    self = try scanner.whole()
  }
}
