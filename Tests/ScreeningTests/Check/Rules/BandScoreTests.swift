// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func bandsAreCutOnOneScore() {
  let rule = "screener.band-score"
  #expect(
    findings(of: rule) { $0.bands[1].when = ScoreName("raw.all") }
      == ["bands[1].when: band amber is about raw.all, band red about ss.all"]
  )
  #expect(
    findings(of: rule) { $0.bands[1].id = .notNormed } == ["bands[1].id: a band is called not-normed"]
  )
  #expect(
    findings(of: rule) { definition in
      for index in definition.bands.indices { definition.bands[index].when = ScoreName("ci.all") }
    } == ["bands[0].when: bands are cut on ci.all, which is no score with a range"]
  )
  #expect(findings(of: rule) { $0.bands = [] } == ["bands: there are tiers and no bands"])
}

@Test func bandsAreCutOnNumbersOfRoutesAbilitiesAndMeansToo() {
  let rule = "screener.band-score"
  #expect(
    findings(of: rule, in: RuleDemos.routed) { definition in
      for index in definition.bands.indices { definition.bands[index].when = ScoreName("path") }
    } == ["bands[0].when: bands are cut on path, which is no score with a range"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.adaptive) { definition in
      for index in definition.bands.indices { definition.bands[index].when = ScoreName("theta") }
    } == []
  )
  let mean = RuleDemos.with("m", .mean(MeanScore(sections: [SectionID("E")])))
  #expect(
    findings(of: rule, in: mean) { definition in
      for index in definition.bands.indices { definition.bands[index].when = ScoreName("m") }
    } == []
  )
}
