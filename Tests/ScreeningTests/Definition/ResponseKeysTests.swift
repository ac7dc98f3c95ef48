// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct ResponseKeysTests {
  @Test(arguments: [
    (["C", "I", "NR", "NA"], "CINA"), (["ALW", "SOM", "NEV", "NOB"], "ASNO"), (["EXP", "EMG", "NA"], "EMN"),
    (["10", "5", "0"], "150"), (["yes", "sometimes", "not-yet"], "YSN"),
  ])
  func everyCodeGetsAKeyOfItsOwn(_ codes: [String], _ keys: String) {
    #expect(OpenDemo.responses("r", codes.map { ($0, 1) }).keys.map { String($0) } == .some(keys))
  }

  @Test func codesWithoutAFreeLetterHaveNoKeys() {
    #expect(OpenDemo.responses("r", [("A", 1), ("a", 0)]).keys == nil)
  }
}
