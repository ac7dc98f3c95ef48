// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct ScreenerVersionTests {
  @Test(arguments: [("1.2.0", ScreenerVersion(1, 2, 0)), ("0.0.1", ScreenerVersion(0, 0, 1))])
  func threeNumbersAreAVersion(_ text: String, _ version: ScreenerVersion) {
    #expect(ScreenerVersion(text) == version)
    #expect(version.description == text)
  }

  @Test(arguments: ["1.2", "1.2.0.0", "v1.2.0", "1.02.0", "1.2.-1", "1.2.+1", "", "1..0", "1.2.0-rc"])
  func anythingElseIsNot(_ text: String) { #expect(ScreenerVersion(text) == nil) }

  @Test func versionsAreOrderedByNumber() {
    #expect(ScreenerVersion(1, 9, 0) < ScreenerVersion(1, 10, 0))
    #expect(ScreenerVersion(1, 99, 99) < ScreenerVersion(2, 0, 0))
  }
}
