// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Vocabulary

/// Texts that are taken and texts that are refused, with the byte where each of the latter breaks.
@Suite struct ReadingTests {
  static func read(_ text: String, limits: JSONLimits = .line) throws(JSONError) -> JSONValue {
    try JSONValue(reading: Array(text.utf8), limits: limits)
  }

  /// What is taken, and the bytes it is written as.
  static let taken: [(String, String)] = [
    ("null", "null"), (" true ", "true"), ("false\n", "false"), ("\t\r\n 0", "0"), ("-0", "-0"), ("1.10", "1.10"),
    ("1E5", "1E5"), ("1e+05", "1e+05"), ("-1.5e-3", "-1.5e-3"), ("1e999", "1e999"), ("[]", "[]"), ("{}", "{}"),
    ("[ ]", "[]"), ("{ }", "{}"), ("[1 , 2]", "[1,2]"), ("[[],{}]", "[[],{}]"),
    ("{\"b\":1,\"a\":2}", "{\"a\":2,\"b\":1}"),
    ("{ \"a\" : 1 }", "{\"a\":1}"), ("{\"\":null}", "{\"\":null}"), ("\"\"", "\"\""), ("\"\\/\"", "\"/\""),
    ("\"\\u0041\"", "\"A\""), ("\"\\u00e9\"", "\"é\""), ("\"\\uD83D\\uDE00\"", "\"😀\""),
    ("\"\\ud83d\\ude00\"", "\"😀\""),
    ("\"\\u0000\"", "\"\\u0000\""), ("\"\\u001F\"", "\"\\u001f\""), ("\"\\b\\t\\n\\f\\r\"", "\"\\b\\t\\n\\f\\r\""),
    ("\"\\u0008\\u0009\\u000a\\u000c\\u000d\"", "\"\\b\\t\\n\\f\\r\""), ("\"\\\"\\\\\"", "\"\\\"\\\\\""),
    ("\"\u{7F}\u{80}\u{2028}\u{FEFF}\u{FFFF}\u{10FFFF}\"", "\"\u{7F}\u{80}\u{2028}\u{FEFF}\u{FFFF}\u{10FFFF}\""),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("9223372036854775808.0", "9223372036854775808.0"), ("99999999999999999999e0", "99999999999999999999e0"),
    // One letter in two spellings makes two keys.
    ("{\"\u{E9}\":1,\"e\u{301}\":2}", "{\"e\u{301}\":2,\"\u{E9}\":1}"),
    // Past U+FFFF stands before U+E000 to U+FFFF, by UTF-16 code units.
    ("{\"\u{FFFD}\":1,\"\u{1F600}\":2}", "{\"\u{1F600}\":2,\"\u{FFFD}\":1}"),
    ("{\"\u{E000}\":1,\"\u{D7FF}\":2}", "{\"\u{D7FF}\":2,\"\u{E000}\":1}"),
    ("{\"ab\":1,\"a\":2}", "{\"a\":2,\"ab\":1}"),
  ]

  @Test(arguments: taken)
  func whatIsJSONIsTakenAndWrittenInOneForm(_ text: String, _ written: String) throws {
    let value = try Self.read(text)
    #expect(value.bytes == Array(written.utf8))
    #expect(try JSONValue(reading: value.bytes) == value)
  }

  static let refused: [(String, JSONError.Problem, Int)] = [
    ("", .empty, 0), (" \n", .empty, 2), ("\u{FEFF}{}", .byteOrderMark, 0), ("{", .endsEarly, 1), ("[", .endsEarly, 1),
    ("[1", .endsEarly, 2), ("[1,", .endsEarly, 3), ("[1,]", .unexpected, 3), ("[,1]", .unexpected, 1),
    ("[1 2]", .unexpected, 3), ("[1}", .unexpected, 2), ("{\"a\"", .endsEarly, 4), ("{\"a\":", .endsEarly, 5),
    ("{\"a\":1,}", .unexpected, 7), ("{,}", .unexpected, 1), ("{a:1}", .unexpected, 1), ("{'a':1}", .unexpected, 1),
    ("{\"a\" 1}", .unexpected, 5), ("{1:1}", .unexpected, 1), ("{\"a\":1]", .unexpected, 6), ("]", .unexpected, 0),
    ("tru", .endsEarly, 3), ("trux", .unexpected, 3), ("True", .unexpected, 0), ("nul]", .unexpected, 3),
    ("NaN", .unexpected, 0), ("Infinity", .unexpected, 0), ("-Infinity", .unexpected, 1), ("+1", .unexpected, 0),
    (".5", .unexpected, 0), ("-", .endsEarly, 1), ("1.", .endsEarly, 2), ("1.e5", .unexpected, 2),
    ("1e", .endsEarly, 2),
    ("1e+", .endsEarly, 3), ("01", .trailing, 1), ("-01", .trailing, 2), ("0x10", .trailing, 1),
    ("1_000", .trailing, 1),
    ("{} {}", .trailing, 3), ("1 1", .trailing, 2), ("null//", .trailing, 4), ("/**/1", .unexpected, 0),
    ("\"a", .endsEarly, 2), ("\"a\\", .endsEarly, 3), ("\"\\x\"", .badEscape, 1), ("\"\\U0041\"", .badEscape, 1),
    ("\"\\u12g4\"", .badEscape, 5), ("\"\\u12", .endsEarly, 5), ("\"a\nb\"", .controlByte, 2),
    ("\"\t\"", .controlByte, 1), ("\"\u{0}\"", .controlByte, 1), ("\"\\n\u{1F}\"", .controlByte, 3),
    ("\"\\ud800\"", .loneSurrogate, 1), ("\"a\\udc00\"", .loneSurrogate, 2), ("\"\\ud800x\"", .loneSurrogate, 1),
    ("\"\\ud800\\ud800\"", .loneSurrogate, 1), ("\"\\ud800\\n\"", .loneSurrogate, 1),
    ("\"\\udc00\\ud800\"", .loneSurrogate, 1), ("9223372036854775808", .wholeTooLarge, 0),
    ("[-9223372036854775809]", .wholeTooLarge, 1), ("10000000000000000000", .wholeTooLarge, 0),
    ("{\"a\":1,\"a\":1}", .duplicateKey, 7), ("{\"a\":1,\"b\":{\"c\":1,\"\\u0063\":2}}", .duplicateKey, 18),
    ("[{ \"a\" : {} , \"b\" : 1 , \"a\" : 2 }]", .duplicateKey, 24), ("\u{A0}1", .unexpected, 0),
  ]

  @Test(arguments: refused)
  func whatIsNotIsRefusedWhereItBreaks(_ text: String, _ problem: JSONError.Problem, _ offset: Int) {
    #expect(throws: JSONError(problem: problem, offset: offset)) { try Self.read(text) }
  }

  /// Inside a string, from the second byte on.
  @Test(
    arguments: [
      [0x80], [0xBF], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xC3, 0x28], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF],
      [0xED, 0xA0, 0x80], [0xED, 0xBF, 0xBF], [0xE2, 0x82], [0xE2, 0x28, 0xA1], [0xE2, 0x82, 0x28],
      [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
      [0xF0, 0x9F, 0x98], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xFE], [0xFF],
    ] as [[UInt8]])
  func bytesThatAreNotUTF8AreRefused(_ bytes: [UInt8]) {
    for tail in [[0x22], []] as [[UInt8]] {
      #expect(throws: JSONError(problem: .notUTF8, offset: 1)) { try JSONValue(reading: [0x22] + bytes + tail) }
    }
    #expect(throws: JSONError(problem: .notUTF8, offset: 3)) {
      try JSONValue(reading: [0x22, 0x5C, 0x6E] + bytes + [0x22])
    }
  }

  @Test func everyTextOfUpToThreeBytesIsReadOrRefusedWithinIt() throws {
    let alphabet: [UInt8] = Array("{}[]\":,\\ 0-1.eutf\nn/".utf8) + [0x00, 0x80, 0xC3, 0xA9, 0xED, 0xEF, 0xF0, 0xFF]
    for first in alphabet {
      for second in alphabet {
        for third in alphabet {
          let bytes = [first, second, third]
          do throws(JSONError) {
            let value = try JSONValue(reading: bytes)
            #expect(try JSONValue(reading: value.bytes) == value)
          } catch {
            #expect((0...3).contains(error.offset))
          }
        }
      }
    }
  }

  @Test func aPlaceIsALineAndAColumnOfBytes() throws {
    let text = Array("{\n \"é\": x}".utf8)
    let error = #expect(throws: JSONError.self) { try JSONValue(reading: text) }
    let place = try #require(error?.place(in: text))
    #expect(place == (2, 8))
    #expect(error?.fault(in: text).place == "2:8")
    #expect(error?.fault(in: text).code.name == "json.unexpected")
  }
}
