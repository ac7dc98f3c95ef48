// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func eachKindOfScoreIsMadeFromTheKindItNeeds() {
  let rule = "screener.score-kind"
  #expect(
    findings(of: rule) { $0.scores[4].kind = .scale(ScaleScore(of: ScoreName("raw.all"), mean: 100, sd: 15)) }
      == ["scores[\"ss.all\"].scale: ss.all needs a z score or an ability and raw.all is not one"]
  )
  #expect(
    findings(of: rule) { $0.scores[5].kind = .percentile(PercentileScore(of: ScoreName("ss.all"))) }
      == [
        "scores[\"pr.all\"].percentile: pr.all needs a z score or an ability or a table's score with a mean and an "
          + "sd and ss.all is not one"
      ]
  )
  #expect(
    findings(of: rule) {
      $0.scores[6].kind = .trueScore(TrueScoreInterval(of: ScoreName("z.all"), reliability: 0.9, level: 0.9))
    } == [
      "scores[\"ci.all\"].true-score: ci.all needs a scaled score or a table's score with a mean and an sd "
        + "and z.all is not one"
    ]
  )
  #expect(
    findings(of: rule) {
      $0.scores[7].kind = .ageEquivalent(AgeEquivalentScore(of: ScoreName("z.all"), norms: NormsID("all")))
    } == ["scores[\"ae.all\"].age-equivalent: ae.all needs a sum or a mean and z.all is not one"]
  )
}
