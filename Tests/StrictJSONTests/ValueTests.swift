// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Vocabulary

@Suite struct ValueTests {
  /// The samples of RFC 8785, appendix B; those from 2⁶³ to 10²¹ with an exponent.
  @Test(
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
      (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
      (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "2.9514790517935283e+20"),
      (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
      (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "9.999999999999997e+20"),
      (0x444B_1AE4_D6E2_EF4F, "9.999999999999999e+20"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
      (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
      (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
      (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
      (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
      (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func aDoubleIsWrittenAsRFC8785Writes(_ bits: UInt64, _ written: String) throws {
    let number = try #require(JSONNumber(Double(bitPattern: bits)))
    #expect(number.written == written)
    #expect(number.double == Double(bitPattern: bits))
  }

  @Test func randomDoublesComeBackTheSame() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<20_000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else {
        #expect(JSONNumber(value) == nil)
        continue
      }
      let number = try #require(JSONNumber(value))
      #expect(number.double == value)
      #expect(JSONNumber(written: number.written) == number)
    }
  }

  @Test(arguments: [("", nil), (" 1", nil), ("1 ", nil), ("x", nil), ("1", 1), ("-0", 0), ("1.0", nil), ("1e2", nil)])
  func aNumberIsWholeWhenWrittenWhole(_ written: String, _ whole: Int?) {
    #expect(JSONNumber(written: written)?.whole == whole)
  }

  @Test(arguments: [Int.min, Int.min + 1, -1, 0, 1, Int.max - 1, Int.max])
  func wholeNumbersComeBackTheSame(_ whole: Int) throws {
    #expect(try JSONValue(reading: JSONValue.whole(whole).bytes).whole == whole)
  }

  @Test func randomValuesComeBackByteForByte() throws {
    var random = SeededGenerator(seed: 2)
    for _ in 0..<2_000 {
      let value = Self.randomValue(depth: 4, &random)
      let read = try JSONValue(reading: value.bytes)
      #expect(read == value)
      #expect(read.hashValue == value.hashValue)
      #expect(read.bytes == value.bytes)
    }
  }

  @Test func anObjectIsEqualInWhateverOrderItWasMade() {
    for count in [3, 16, 17, 60] {
      let keys = (0..<count).map { "k\($0)" }
      var (forward, backward) = (JSONObject(), JSONObject())
      for key in keys { forward[key] = .text(key) }
      for key in keys.reversed() { backward[key] = .text(key) }
      #expect(forward == backward)
      forward["k1"] = nil
      #expect(forward["k1"] == nil)
      #expect(forward.count == count - 1)
      #expect(forward != backward)
      for key in keys where key != "k1" { #expect(forward[key]?.text == key) }
    }
  }

  static func randomValue(depth: Int, _ random: inout SeededGenerator) -> JSONValue {
    switch random.below(depth > 0 ? 7 : 5) {
    case 0: return .null
    case 1: return .bool(random.below(2) == 0)
    case 2: return .whole(Int(truncatingIfNeeded: random.next()) >> random.below(64))
    case 3: return JSONNumber(random.unit() * 1e9).map(JSONValue.number) ?? .null
    case 4: return .text(Self.randomText(&random))
    case 5: return .list((0..<random.below(6)).map { _ in Self.randomValue(depth: depth - 1, &random) })
    default:
      var object = JSONObject()
      for _ in 0..<random.below(random.below(8) == 0 ? 40 : 6) {
        object[Self.randomText(&random)] = Self.randomValue(depth: depth - 1, &random)
      }
      return .object(object)
    }
  }

  static func randomText(_ random: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<random.below(12) {
      let top = [0x20, 0x7F, 0x800, 0xD7FF, 0x10FFFF][random.below(5)]
      text.unicodeScalars.append(Unicode.Scalar(UInt32(random.below(top + 1))) ?? "\"")
    }
    return text
  }
}
