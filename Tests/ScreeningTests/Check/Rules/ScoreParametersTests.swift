// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func theNumbersOfARuleHaveAMeaning() {
  let rule = "screener.score-parameter"
  func interval(_ reliability: Double, _ level: Double) -> [String] {
    findings(of: rule) {
      $0.scores[6].kind = .trueScore(
        TrueScoreInterval(of: ScoreName("ss.all"), reliability: reliability, level: level)
      )
    }
  }
  #expect(interval(1, 0.9) == ["scores[\"ci.all\"].reliability: the reliability of ci.all is 1"])
  #expect(interval(0.9, 90) == ["scores[\"ci.all\"].level: the level of ci.all is 90"])
  #expect(interval(.nan, 0.9).count == 1)
  func scale(_ sd: Double, _ clip: InclusiveRange) -> [String] {
    findings(of: rule) {
      $0.scores[4].kind = .scale(ScaleScore(of: ScoreName("z.all"), mean: 100, sd: sd, clip: clip))
    }
  }
  #expect(
    scale(0, InclusiveRange(55, 145)) == ["scores[\"ss.all\"].sd: ss.all has mean 100 and sd 0"]
  )
  #expect(
    scale(15, InclusiveRange(145, 55)) == ["scores[\"ss.all\"].clip: ss.all is kept within 145 to 55"]
  )
  #expect(
    findings(of: rule) {
      $0.scores[5].kind = .percentile(
        PercentileScore(of: ScoreName("z.all"), reportBelow: 99, reportAbove: 1)
      )
    } == ["scores[\"pr.all\"].report: pr.all is printed as <99 and >1"]
  )
  #expect(
    findings(of: rule) {
      $0.scores[8].kind = .reliableChange(
        ReliableChangeScore(of: ScoreName("ss.all"), reliability: 0.9, criterion: 0)
      )
    } == ["scores[\"rci.all\"].criterion: the criterion of rci.all is 0.0"]
  )
}
