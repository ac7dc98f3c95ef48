// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct MeanScoreTests {
  static func definition(times: Int, allow: Int) -> ScreenerDefinition {
    var section = OpenDemo.section("F", "four", 7)
    section.items[6].reverse = true
    return Small.definition(
      [section], [("mean", .mean(MeanScore(sections: [SectionID("F")], times: times, allow: allow)))])
  }

  @Test(
    arguments: [
      (1, "DDDDDDA", 3, "3.00"), (1, "AAAAAAD", 0, "0.00"), (1, "CBCBCBB", 11.0 / 7, "1.57"),
      // Over those that were answered, the reversed one turned round: (2+1+2+1+2+2)/6.
      (1, "CBCBC-B", 10.0 / 6, "1.67"), (100, "CBCBC-B", 1000.0 / 6, "166.67"),
      (1, "CBCB--B", nil, ""), (100, "-------", nil, ""),
    ] as [(Int, String, Double?, String)]
  )
  func theMeanIsOverTheAnsweredItems(_ times: Int, _ keys: String, _ mean: Double?, _ text: String) throws {
    let result = try Self.definition(times: times, allow: 1).result(WeightedSumTests.typed(keys))
    #expect(result.number("mean") == mean)
    #expect(result.text("mean") == text)
    #expect(result.flags.map(\.description) == (mean == nil ? ["missing:mean"] : []))
  }

  @Test func theWordsGivePointsAndItems() throws {
    let result = try Self.definition(times: 100, allow: 1).result(WeightedSumTests.typed("CBCBC-B"), explaining: true)
    #expect(
      result.words("mean") == [
        "the mean of the answered items × 100; section F: 10 points on 6 items, 1 of 7 items missing, 1 allowed: 166.67"
      ])
  }
}
