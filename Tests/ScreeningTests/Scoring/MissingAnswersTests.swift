// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct MissingAnswersTests {
  static let right = understanding("..CCCCCC")

  @Test(arguments: [
    ("E1 ALW E2 ALW E3 ALW E4 ALW E5 ALW E6 ALW", 12, []),
    ("E1 ALW E2 ALW E3 ALW E4 ALW E5 ALW E6 NOB", 12, ["prorated:raw.e"]),
    // 7 points on 5 items are 8.4 on 6.
    ("E1 ALW E2 ALW E3 SOM E4 SOM E5 SOM", 8, ["prorated:raw.e"]),
    // 1 point on 5 items is 1.2 on 6.
    ("E1 SOM E2 NEV E3 NEV E4 NEV E5 NEV", 1, ["prorated:raw.e"]),
    // 8 points on 5 items are 9.6 on 6.
    ("E1 ALW E2 ALW E3 ALW E4 SOM E5 SOM", 10, ["prorated:raw.e"]),
  ])
  func oneUnansweredItemCountsTheMeanOfTheOthers(_ text: String, _ points: Int, _ flags: [String]) throws {
    let result = try OpenDemo.screener().score(
      Self.right.merging(answers(text)),
      in: OpenDemo.child(months: 50)
    )
    #expect(result.score(ScoreName("raw.e"))?.value == .points(points))
    #expect(result.flags.map(\.description) == flags)
  }

  @Test func aBlankAnswerIsNotZero() throws {
    let screener = try OpenDemo.screener()
    let never = try screener.score(
      Self.right.merging(answers("E1 ALW E2 ALW E3 ALW E4 ALW E5 ALW E6 NEV")),
      in: OpenDemo.child(months: 50)
    )
    let blank = try screener.score(
      Self.right.merging(answers("E1 ALW E2 ALW E3 ALW E4 ALW E5 ALW")),
      in: OpenDemo.child(months: 50)
    )
    #expect(never.score(ScoreName("raw.e"))?.value == .points(10))
    #expect(blank.score(ScoreName("raw.e"))?.value == .points(12))
  }

  @Test func moreMissingThanAllowedLeavesNoTotalNoBandAndNoTier() throws {
    let result = try OpenDemo.screener().score(
      Self.right.merging(answers("E1 ALW E2 ALW E3 ALW E4 ALW")),
      in: OpenDemo.child(months: 50)
    )
    #expect(result.score(ScoreName("raw.u"))?.value == .points(8))
    for name in ["raw.e", "raw.all", "z.all", "ss.all", "pr.all", "ci.all", "ae.all"] {
      #expect(result.score(ScoreName(name))?.value == .absent)
    }
    #expect(result.band == nil)
    #expect(result.tier == nil)
    #expect(result.isScored)
    #expect(result.flags.map(\.description) == ["missing:raw.e"])
  }

  @Test func noTierIsProposedFromHalfAScreening() throws {
    var definition = OpenDemo.definition
    definition.tiers = [
      TierRule(tier: TierName("review"), condition: .notNormed),
      TierRule(tier: TierName("targeted"), condition: .not(.bandIn([BandID("green")]))),
      TierRule(tier: TierName("universal"), condition: .bandIn([BandID("green")])),
    ]
    let result = try PreparedScreener(definition).score(Self.right, in: OpenDemo.child(months: 50))
    #expect(result.band == nil)
    #expect(result.tier == nil)
  }

  @Test func aBandScoreThatNeedsASectionForOtherAgesSaysSo() throws {
    var definition = OpenDemo.definition
    definition.sections[0].ages = InclusiveRange(36, 47)
    definition.administer[0].start.removeLast()
    let result = try PreparedScreener(definition).score(someExpression, in: OpenDemo.child(months: 50))
    #expect(result.score(ScoreName("raw.e"))?.value == .points(6))
    #expect(result.band == nil)
    #expect(result.flags.map(\.description) == ["missing:ss.all"])
  }

  @Test(arguments: [
    // -1 on 2 of 3 items is -1.5, which rounds up to -1; -3 is -4.5, which rounds up to -4.
    ("A1 NEV A2 SOM", -1), ("A1 NEV A2 ALW", -4), ("A1 NEV A2 NEV", 0), ("A1 SOM A2 SOM A3 ALW", -5),
  ])
  func pointsBelowZeroRoundUpToo(_ text: String, _ points: Int) throws {
    var definition = OpenDemo.definition
    definition.sections = [OpenDemo.section("A", "obs", 3)]
    definition.administer = []
    definition.responses = [OpenDemo.responses("obs", [("ALW", -3), ("SOM", -1), ("NEV", 0), ("NOB", nil)])]
    definition.scores = [
      ScoreDeclaration(
        name: ScoreName("raw"),
        kind: .sum(SumScore(sections: [SectionID("A")], missing: SumScore.Missing(allow: 1, rule: .prorate)))
      )
    ]
    definition.norms = []
    definition.bands = [ScoreBand(id: BandID("all"), when: ScoreName("raw"))]
    definition.tiers = []
    let result = try PreparedScreener(definition).score(answers(text), in: OpenDemo.child(months: 50))
    #expect(result.score(ScoreName("raw"))?.value == .points(points))
  }

  @Test func aReversedItemCountsTheOtherWayRound() throws {
    var definition = OpenDemo.definition
    definition.sections[1].items[0].reverse = true
    let result = try PreparedScreener(definition).score(
      Self.right.merging(answers("E1 ALW E2 NEV E3 NEV E4 NEV E5 NEV E6 ALW")),
      in: OpenDemo.child(months: 50)
    )
    #expect(result.score(ScoreName("raw.e"))?.value == .points(2))
  }

  @Test func aSumOverSectionsIsRoundedOnceAtTheEnd() throws {
    // A: 1 point on 2 of 3 items is 1.5; B: 3 points on 2 of 3 items are 4.5. Together 6, not 2 + 5.
    var definition = OpenDemo.definition
    definition.sections = [OpenDemo.section("A", "obs", 3), OpenDemo.section("B", "obs", 3)]
    definition.administer = []
    definition.responses.removeLast()
    definition.scores = [
      ScoreDeclaration(
        name: ScoreName("raw"),
        kind: .sum(
          SumScore(
            sections: [SectionID("A"), SectionID("B")],
            missing: SumScore.Missing(allow: 2, rule: .prorate)
          )
        )
      )
    ]
    definition.norms = []
    definition.bands = [ScoreBand(id: BandID("all"), when: ScoreName("raw"))]
    definition.tiers = []
    let result = try PreparedScreener(definition).score(
      answers("A1 SOM A2 NEV B1 ALW B2 SOM"),
      in: OpenDemo.child(months: 50)
    )
    #expect(result.score(ScoreName("raw"))?.value == .points(6))
  }
}
