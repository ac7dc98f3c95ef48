// SPDX-License-Identifier: Apache-2.0

import Exchange
import Testing
import Vocabulary

/// Where a file stops being JSON, as the reader of answers reports it.
@Suite struct JSONFileTests {
  @Test(arguments: [
    ("{", "1:2"), ("[1, 2", "1:6"), ("[1,]", "1:4"), ("{\"a\" 1}", "1:6"), ("{\n\n  a}", "3:3"),
    ("\"ab", "1:4"), ("\"\\x\"", "1:2"), ("\"\\u12g4\"", "1:6"), ("-", "1:2"), ("1.", "1:3"), ("1e+", "1:4"),
    ("{} {}", "1:4"), ("tru", "1:4"), ("[nul, 1]", "1:5"), ("\"a\nb\"", "1:3"),
    (String(repeating: "[", count: 600), "1:501"),
  ])
  func theFirstByteThatCannotStandThereIsNamed(_ text: String, _ place: String) {
    let fault = #expect(throws: Fault.self) { try RotaAnswerFile.decode(Array(text.utf8)) }
    #expect(fault?.code == .rotaFileMalformed)
    #expect(fault?.place == place)
  }
}
