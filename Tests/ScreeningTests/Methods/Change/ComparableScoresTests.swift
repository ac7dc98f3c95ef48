// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct ComparableScoresTests {
  private static func edition(
    score: String = "ss.all",
    screener: String = "elsec.open-demo",
    major: Int = 1,
    edition: String = "2nd"
  ) -> ScoreEdition {
    ScoreEdition(score: ScoreName(score), screener: ScreenerID(screener), major: major, edition: edition)
  }

  @Test func scoresOfOneEditionAreCompared() throws {
    let scores = try ComparableScores(78, of: Self.edition(), 88, of: Self.edition())
    #expect(scores.earlier == 78)
    #expect(scores.later == 88)
    #expect(scores.edition == Self.edition())
  }

  @Test(arguments: [
    edition(score: "raw.all"), edition(screener: "elsec.other"), edition(major: 2), edition(edition: "3rd"),
    edition(edition: ""), edition(edition: "2ND"),
  ])
  func scoresOfTwoEditionsAreNot(_ other: ScoreEdition) throws {
    for (first, second) in [(Self.edition(), other), (other, Self.edition())] {
      let fault = try #require(throws: Fault.self) { try ComparableScores(78, of: first, 88, of: second) }
      #expect(fault.code == .editionsDiffer)
      #expect(fault.message == "\(first) cannot be compared with \(second)")
      #expect(fault.hint != nil)
    }
  }

  @Test func aFaultShowsBothEditions() {
    #expect("\(Self.edition())" == "ss.all of elsec.open-demo, version 1, edition \"2nd\"")
    #expect("\(Self.edition(edition: ""))" == "ss.all of elsec.open-demo, version 1")
  }

  @Test(arguments: [(Double.nan, 1.0), (1, .infinity)]) func scoresAreNumbers(_ earlier: Double, _ later: Double) throws
  {
    let fault = try #require(throws: Fault.self) {
      try ComparableScores(earlier, of: Self.edition(), later, of: Self.edition())
    }
    #expect(fault.code == .malformed)
  }
}
