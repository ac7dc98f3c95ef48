// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct CountedTests {
  @Test(arguments: [(0, "0 visits"), (1, "1 visit"), (2, "2 visits"), (-1, "-1 visits")])
  func theNounFollowsTheNumber(_ number: Int, _ words: String) { #expect(counted(number, "visit") == words) }

  @Test func aPluralOfItsOwnIsGiven() {
    #expect([1, 2].map { counted($0, "person", "people") } == ["1 person", "2 people"])
  }
}
