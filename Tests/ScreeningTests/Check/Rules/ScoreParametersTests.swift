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

@Test func theNumbersOfTheNewerRulesHaveAMeaning() {
  let rule = "screener.score-parameter"
  let ss = ScoreName("ss.all")
  func below(_ cut: Double, _ reliability: Double, _ unsure: ClosedRange<Double>?) -> [String] {
    findings(
      of: rule,
      in: RuleDemos.with(
        "p",
        .belowCut(BelowCutScore(of: ss, cut: cut, error: .reliability(reliability), unsure: unsure))
      )
    )
  }
  #expect(below(82, 0.9, 0.3...0.7) == [])
  #expect(below(82, 1, nil) == ["scores.p.reliability: the reliability of p is 1"])
  #expect(below(82, 0.9, 0...0.7) == ["scores.p.unsure: p is unsure from 0 to 0.7"])
  #expect(below(82, 0.9, 0.3...1) == ["scores.p.unsure: p is unsure from 0.3 to 1"])
  #expect(below(2e6, 0.9, nil) == ["scores.p.cut: p has the cut 2000000"])
  #expect(below(.nan, 0.9, nil).count == 1)
  #expect(
    findings(
      of: rule,
      in: RuleDemos.with("ci", .observed(ObservedScoreInterval(of: ss, error: .reliability(0), level: 1)))
    ) == ["scores.ci.reliability: the reliability of ci is 0", "scores.ci.level: the level of ci is 1"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.with("m", .mean(MeanScore(sections: [SectionID("E")], times: 0))))
      == ["scores.m.times: m is 0 times a mean"]
  )
  #expect(
    findings(
      of: rule,
      in: RuleDemos.with(
        "t",
        .lookup(
          LookupScore(norms: NormsID("x"), of: ScoreName("raw.all"), metric: ScoreMetric(mean: 100, sd: 0))
        )
      )
    ) == ["scores.t.sd: t has mean 100 and sd 0"]
  )
}

@Test func anAbilityHasARangeAPriorAndAnswers() {
  let rule = "screener.score-parameter"
  func ability(_ change: (inout AbilityScore) -> Void) -> [String] {
    findings(of: rule, in: RuleDemos.adaptive) { definition in
      guard case .ability(var ability) = definition.scores[0].kind else { return }
      change(&ability)
      definition.scores[0].kind = .ability(ability)
    }
  }
  #expect(ability { $0.least = 0 } == ["scores.theta.least: theta asks for at least 0 answers"])
  #expect(
    ability { $0.range = InclusiveRange(4, -4) } == ["scores.theta.range: theta lies within 4 to -4"]
  )
  #expect(ability { $0.range = InclusiveRange(2, 2) }.count == 1)
  #expect(ability { $0.range = InclusiveRange(-11, 4) }.count == 1)
  #expect(
    ability { $0.prior = AbilityPrior(mean: 0, sd: 0) }
      == ["scores.theta.prior: the prior of theta has mean 0 and sd 0"]
  )
}
