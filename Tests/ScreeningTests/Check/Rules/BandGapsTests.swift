// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct BandGapsTests {
  static let rule = "screener.band-gap"

  @Test func aScoreWithoutABandIsNamed() {
    #expect(
      findings(of: Self.rule) { $0.bands[0].below = 81 } == ["bands[1].from: ss.all 81 has no band"]
    )
    #expect(
      findings(of: Self.rule) { $0.bands[2].from = 95 } == ["bands[2].from: ss.all 90 to 94 has no band"]
    )
    #expect(
      findings(of: Self.rule) { $0.bands[2].below = 140 } == ["bands[2].below: ss.all 140 to 145 has no band"]
    )
    #expect(
      findings(of: Self.rule) { $0.bands[0].from = 60 } == ["bands[0].from: ss.all 55 to 59 has no band"]
    )
  }

  @Test func aGapBetweenWholeScoresIsNone() {
    #expect(findings(of: Self.rule) { $0.bands[0].below = 81.5 } == [])
  }

  @Test func aGapInARealScoreIsOne() {
    let found = findings(of: Self.rule) { definition in
      definition.scores[4].kind = .scale(
        ScaleScore(of: ScoreName("z.all"), mean: 100, sd: 15, round: .none, clip: InclusiveRange(55, 145))
      )
      definition.bands[0].below = 81.5
    }
    #expect(found == ["bands[1].from: ss.all 81.5 to 81.75 has no band"])
  }

  @Test func sumsAreTiledToo() {
    let found = findings(of: Self.rule) { definition in
      definition.bands = [
        ScoreBand(id: BandID("emerging"), when: ScoreName("raw.all"), below: 10),
        ScoreBand(id: BandID("expected"), when: ScoreName("raw.all"), from: 11),
      ]
    }
    #expect(found == ["bands[1].from: raw.all 10 has no band"])
  }
}
