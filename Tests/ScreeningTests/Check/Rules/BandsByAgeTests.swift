// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// A criterion on the total that is 8 to 53 months and 12 from 54 on.
private func criterion(_ definition: inout ScreenerDefinition, from month: Int = 54) {
  definition.bands = [
    ScoreBand(id: BandID("red"), when: ScoreName("raw.all"), below: 8, ages: InclusiveRange(36, 53)),
    ScoreBand(id: BandID("green"), when: ScoreName("raw.all"), from: 8, ages: InclusiveRange(36, 53)),
    ScoreBand(id: BandID("red"), when: ScoreName("raw.all"), below: 12, ages: InclusiveRange(month, 71)),
    ScoreBand(id: BandID("green"), when: ScoreName("raw.all"), from: 12, ages: InclusiveRange(month, 71)),
  ]
  definition.tiers[2].condition = .bandIn([BandID("red")])
}

@Suite struct BandsByAgeTests {
  @Test func bandsThatTileAtEveryMonthAreSound() {
    var definition = OpenDemo.definition
    criterion(&definition)
    #expect(DefinitionCheck.findings(in: definition) == [])
  }

  @Test func aMonthWithoutABandIsAGap() {
    #expect(
      findings(of: "screener.band-gap") { criterion(&$0, from: 56) }
        == ["bands[3].below: raw.all 0 to 20 at 54 to 55 months has no band"]
    )
    #expect(
      findings(of: "screener.band-gap") { criterion(&$0, from: 55) }
        == ["bands[3].below: raw.all 0 to 20 at 54 months has no band"]
    )
  }

  @Test func aScoreWithoutABandAtSomeAgesIsAGap() {
    let found = findings(of: "screener.band-gap") { definition in
      criterion(&definition)
      definition.bands[2].below = 11
    }
    #expect(found == ["bands[3].from: raw.all 11 at 54 to 71 months has no band"])
  }

  @Test func aMonthWithTwoCriteriaIsAnOverlap() {
    #expect(
      findings(of: "screener.band-overlap") { criterion(&$0, from: 53) } == [
        "bands[2]: raw.all 0 to 7 at 53 months is both red and red",
        "bands[2]: raw.all 8 to 11 at 53 months is both green and red",
        "bands[3]: raw.all 12 to 20 at 53 months is both green and green",
      ]
    )
  }

  @Test func oneBandTwiceAtTheSameAgesIsDefinedTwice() {
    let found = findings(of: "screener.duplicate-code") { definition in
      criterion(&definition)
      definition.bands[2].ages = definition.bands[0].ages
    }
    #expect(found == ["bands[2].id: the band red at 36 to 53 months is defined twice"])
  }

  @Test func aBandOfAnAgeThatNobodyReachesIsNamed() {
    let found = findings(of: "screener.band-unreachable") { definition in
      criterion(&definition)
      definition.bands.append(
        ScoreBand(id: BandID("blue"), when: ScoreName("raw.all"), from: 21, ages: InclusiveRange(36, 53))
      )
    }
    #expect(found == ["bands[4]: no child can get a raw.all in band blue"])
  }
}
