// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing

/// Each limit exactly reached, and passed by one.
@Suite struct LimitTests {
  static func nested(_ depth: Int, _ open: String, _ close: String) -> [UInt8] {
    Array((String(repeating: open, count: depth) + String(repeating: close, count: depth)).utf8)
  }

  @Test(arguments: [1, 2, 32, 500])
  func nestingMayReachTheLimitAndNotPassIt(_ depth: Int) throws {
    let limits = JSONLimits(depth: depth, nodes: .max)
    _ = try JSONValue(reading: Self.nested(depth, "[", "]"), limits: limits)
    #expect(throws: JSONError(problem: .tooDeep, offset: depth)) {
      try JSONValue(reading: Self.nested(depth + 1, "[", "]"), limits: limits)
    }
  }

  @Test func objectsAndListsCountAlike() throws {
    let mixed = String(repeating: "[{\"a\":", count: 16) + "1" + String(repeating: "}]", count: 16)
    _ = try ReadingTests.read(mixed)
    #expect(throws: JSONError(problem: .tooDeep, offset: 1 + 6 * 16 - 1)) {
      try ReadingTests.read(mixed.replacing("1", with: "[]"))
    }
  }

  @Test func noLimitLetsATextUseUpTheStack() {
    #expect(throws: JSONError(problem: .tooDeep, offset: JSONLimits.deepest)) {
      try JSONValue(reading: Self.nested(1_000_000, "[", "]"), limits: JSONLimits(depth: .max, nodes: .max))
    }
    #expect(throws: JSONError(problem: .tooDeep, offset: 32)) {
      try JSONValue(reading: Array(repeating: UInt8(ascii: "["), count: 1_000_000))
    }
  }

  @Test func valuesMayReachTheLimitAndNotPassIt() throws {
    let zeros = { (count: Int) in Array("[\(Array(repeating: "0", count: count).joined(separator: ","))]".utf8) }
    #expect(try JSONValue(reading: zeros(99_999)).list?.count == 99_999)
    #expect(throws: JSONError(problem: .tooManyNodes, offset: 2 * 99_999 + 1)) {
      try JSONValue(reading: zeros(100_000))
    }
    #expect(throws: JSONError(problem: .tooManyNodes, offset: 11)) {
      try JSONValue(reading: Array("{\"a\":1,\"b\":2}".utf8), limits: JSONLimits(depth: 1, nodes: 2))
    }
  }

  @Test(arguments: ["1e", "0.", "-0."])
  func aNumberMayBe64BytesLong(_ start: String) throws {
    let digits = { (count: Int) in start + String(repeating: "1", count: count - start.utf8.count) }
    #expect(try ReadingTests.read(digits(64)).bytes == Array(digits(64).utf8))
    #expect(throws: JSONError(problem: .numberTooLong, offset: 1)) { try ReadingTests.read("[\(digits(65))]") }
  }

  /// Takes minutes when duplicates are sought by comparing each key with each.
  @Test func anObjectOfManyMembersIsReadAndSearched() throws {
    let keys = (0..<50_000).map { "key\(($0 &* 7_919) % 50_000)" }
    let text = "{\(keys.map { "\"\($0)\":\"\($0)\"" }.joined(separator: ","))}"
    let value = try ReadingTests.read(text)
    for key in keys { #expect(value[key]?.text == key) }
    #expect(value["key"] == nil)
    #expect(value["key50000"] == nil)
    let twice = text.dropLast() + ",\"key7\":1,\"key8\":1}"
    #expect(throws: JSONError(problem: .duplicateKey, offset: text.utf8.count)) { try ReadingTests.read(String(twice)) }
  }

  @Test(arguments: [2, 15, 16, 17, 18, 40])
  func aKeyThatStandsTwiceIsFoundInObjectsOfEverySize(_ count: Int) {
    for first in 0..<count - 1 {
      for second in first + 1..<count {
        let members = (0..<count).map { "\"k\($0 == second ? first : $0)\":0" }
        let offset = 1 + members.prefix(second).reduce(0) { $0 + $1.utf8.count + 1 }
        #expect(throws: JSONError(problem: .duplicateKey, offset: offset)) {
          try ReadingTests.read("{\(members.joined(separator: ","))}")
        }
      }
    }
  }
}
