// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing

struct CostGapTests {
  /// Cost, bound, percent.
  @Test(arguments: [
    (4_215, 4_195, "0.5%"), (100, 50, "50.0%"), (100, 0, "100.0%"), (100, -7, "100.0%"), (0, 0, "0.0%"),
    (100, 100, "0.0%"), (1_000_000, 999_999, "0.1%"), (3, 2, "33.4%"), (Int.max, 0, "100.0%"),
  ])
  func theGapIsAShareOfTheCostRoundedUp(_ cost: Int, _ bound: Int, _ text: String) throws {
    let gap = try #require(CostGap(cost: cost, bound: bound))
    #expect(gap.text == text)
    #expect(gap.isClosed == (max(0, bound) == cost))
    #expect((0...1).contains(gap.share))
  }

  @Test func whatIsNoBoundGivesNoGap() {
    #expect(CostGap(cost: 100, bound: nil) == nil)
    #expect(CostGap(cost: nil, bound: 1) == nil)
    #expect(CostGap(cost: 100, bound: 101) == nil, "a rota of that cost exists")
  }
}
