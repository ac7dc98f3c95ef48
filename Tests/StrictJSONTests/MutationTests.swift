// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Vocabulary

/// The bytes of made-up values with a few of them spoilt.
@Suite struct MutationTests {
  /// Bytes that mean something to a reader of JSON, or are the edges of what UTF-8 allows.
  static let spoilers =
    Array("{}[]:,\"\\/0123456789-+.eEtrufalsn \t\r\n".utf8)
    + [0x00, 0x1F, 0x7F, 0x80, 0xBF, 0xC0, 0xC2, 0xE0, 0xED, 0xEF, 0xBB, 0xF0, 0xF4, 0xF5, 0xFF]

  @Test func aSpoiltTextIsRefusedOrReadAndNeverMore() {
    var random = SeededGenerator(seed: 2)
    var taken = 0
    var refused = Set<JSONError.Problem>()
    for _ in 0..<20_000 {
      var bytes = ValueTests.randomValue(depth: 2, &random).bytes
      for _ in 0...random.below(3) { Self.spoil(&bytes, &random) }
      do throws(JSONError) {
        let value = try JSONValue(reading: bytes)
        taken += 1
        let again = try? JSONValue(reading: value.bytes)
        #expect(again == value)
        #expect(again?.bytes == value.bytes)
      } catch {
        refused.insert(error.problem)
        #expect((0...bytes.count).contains(error.offset))
      }
    }
    // Both outcomes must have been seen often, or the spoiling has lost its point.
    #expect(taken > 500)
    #expect(refused.count >= 8)
  }

  private static func spoil(_ bytes: inout [UInt8], _ random: inout SeededGenerator) {
    let place = random.below(bytes.count + 1)
    let spoiler = Self.spoilers[random.below(Self.spoilers.count)]
    switch random.below(4) {
    case 0 where place < bytes.count: bytes[place] = spoiler
    case 1 where place < bytes.count: bytes.remove(at: place)
    case 2: bytes.removeSubrange(place...)
    default: bytes.insert(spoiler, at: place)
    }
  }
}
