// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// Items A, B, C, D are worth 0 to 3; `-` is not answered. Worked with Python's `fractions`.
@Suite struct WeightedSumTests {
  static func definition(_ weights: [Int], allow: Int, reverse: Set<Int> = []) -> ScreenerDefinition {
    var section = OpenDemo.section("F", "four", weights.count)
    for index in reverse { section.items[index].reverse = true }
    let named = zip(section.items, weights).filter { $0.1 != 1 }.map { ($0.0.code, $0.1) }
    return Small.definition(
      [section],
      [
        (
          "raw",
          .sum(
            SumScore(
              sections: [SectionID("F")],
              weights: Dictionary(uniqueKeysWithValues: named),
              missing: SumScore.Missing(allow: allow, rule: allow > 0 ? .prorate : nil)))
        )
      ])
  }

  static func typed(_ keys: String) -> String {
    keys.enumerated().filter { $0.element != "-" }.map { "F\($0.offset + 1) \($0.element)" }.joined(separator: " ")
  }

  @Test(
    arguments: [
      ([2, 1, 3, 1], "DBCA", 13, false), ([1, 1, 1, 1], "DBCA", 6, false), ([100, 1, 1, 1], "DDDD", 309, false),
      // 13 points on weights of 6 are 91/6 = 15.17 on 7.
      ([2, 1, 3, 1], "DBC-", 15, true),
      // 7 on 5 are 49/5 = 9.8.
      ([2, 1, 3, 1], "-BCA", 10, true),
      // 1 on 3 is 8/3; the heavy item being the missing one makes it count.
      ([5, 1, 1, 1], "-BAA", 3, true),
      // 11 on 7 are 88/7 = 12.57.
      ([5, 1, 1, 1], "B-DD", 13, true),
      // 6 on 3 are 206.
      ([1, 1, 1, 100], "DCB-", 206, true),
      // 17 on 12 are 221/12 = 18.42.
      ([7, 3, 1, 2], "BC-C", 18, true),
      // 3 on 4 are 9/2: a half goes up.
      ([1, 1, 2, 2], "BA-B", 5, true),
      // Nothing answered counts as nothing, never as 0.
      ([2, 1, 3, 1], "DB--", nil, false), ([2, 1, 3, 1], "----", nil, false),
    ] as [([Int], String, Int?, Bool)]
  )
  func weightsCountAndAMissingItemIsMadeUpByWeight(_ weights: [Int], _ keys: String, _ points: Int?, _ prorated: Bool)
    throws
  {
    let result = try Self.definition(weights, allow: 1).result(Self.typed(keys))
    #expect(result.score(ScoreName("raw"))?.value == points.map { .points($0) } ?? .absent)
    let flags = points == nil ? ["missing:raw"] : prorated ? ["prorated:raw"] : []
    #expect(result.flags.map(\.description) == flags)
  }

  @Test func aReversedItemIsTurnedRoundBeforeItIsWeighted() throws {
    // 2·(3 − 0) + 1·1 + 3·(3 − 3) + 1·2
    let result = try Self.definition([2, 1, 3, 1], allow: 0, reverse: [0, 2]).result("F1 A F2 B F3 D F4 C")
    #expect(result.number("raw") == 9)
    // 6 + 1 + 0 on weights of 6 are 49/6 = 8.17.
    let prorated = try Self.definition([2, 1, 3, 1], allow: 1, reverse: [0, 2]).result("F1 A F2 B F3 D")
    #expect(prorated.number("raw") == 8)
  }

  @Test func sectionsAreAddedExactlyAndRoundedOnce() throws {
    var definition = Small.definition(
      [OpenDemo.section("F", "four", 3), OpenDemo.section("G", "four", 3)],
      [
        (
          "raw",
          .sum(
            SumScore(
              sections: [SectionID("F"), SectionID("G")],
              weights: [ItemCode("F1"): 2, ItemCode("G2"): 2, ItemCode("G3"): 2],
              missing: SumScore.Missing(allow: 2, rule: .prorate)))
        )
      ])
    // F: 7 on 3 is 28/3; G: 6 on 3 is 10. 19.33 is 19, where 9 + 10 and 10 + 10 are not both.
    #expect(try definition.result("F1 D F2 B G1 C G2 C").number("raw") == 19)
    // F: 1 on 2 of 3, 1.5; G: 1 on 2 of 3, 1.5. Rounded one by one they would be 4.
    definition.scores[0].kind = .sum(
      SumScore(sections: [SectionID("F"), SectionID("G")], missing: SumScore.Missing(allow: 2, rule: .prorate)))
    #expect(try definition.result("F1 B F2 A G1 B G2 A").number("raw") == 3)
  }

  @Test func theWordsGiveWeightedNumbers() throws {
    let whole = try Self.definition([2, 1, 3, 1], allow: 1).result(Self.typed("DBCA"), explaining: true)
    #expect(whole.words("raw") == ["section F: 13 weighted points: 13"])
    let part = try Self.definition([2, 1, 3, 1], allow: 1).result(Self.typed("DBC-"), explaining: true)
    #expect(
      part.words("raw") == [
        "section F: 1 of 4 items missing, 1 allowed, so 13 weighted points / 6 × 7, half up: 15"
      ])
  }
}
