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

@Test func theNewerKindsOfScoreAreMadeFromTheKindTheyNeed() {
  let rule = "screener.score-kind"
  let ss = ScoreName("ss.all")
  let z = ScoreName("z.all")
  #expect(findings(of: rule, in: RuleDemos.with("st", .stanine(StanineScore(of: z)))) == [])
  #expect(
    findings(of: rule, in: RuleDemos.with("st", .stanine(StanineScore(of: ss)))) == [
      "scores.st.stanine: st needs a z score or an ability or a table's score with a mean and an sd and ss.all is "
        + "not one"
    ]
  )
  #expect(
    findings(
      of: rule,
      in: RuleDemos.with("ci", .observed(ObservedScoreInterval(of: z, error: .reliability(0.9), level: 0.9)))
    ) == [
      "scores.ci.sem: ci needs a scaled score or a table's score with a mean and an sd and z.all is not one"
    ]
  )
  #expect(
    findings(
      of: rule,
      in: RuleDemos.with("ci", .observed(ObservedScoreInterval(of: ss, error: .ability(z), level: 0.9)))
    ) == ["scores.ci.se: ci needs a standard error and z.all is not one"]
  )
  #expect(
    findings(
      of: rule,
      in: RuleDemos.with("p", .belowCut(BelowCutScore(of: z, cut: 82, error: .reliability(0.9))))
    ) == ["scores.p.below-cut: p needs a scaled score or a table's score with a mean and an sd and z.all is not one"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.with("se", .abilityError(AbilityErrorScore(of: z))))
      == ["scores.se.se: se needs an ability and z.all is not one"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.with("t", .lookup(LookupScore(norms: NormsID("table"), of: z))))
      == ["scores.t.of: t needs a sum and z.all is not one"]
  )
}

@Test func aTablesScoreIsAScaleOnlyWithAMeanAndAnSD() {
  let rule = "screener.score-kind"
  func interval(_ metric: ScoreMetric?) -> [String] {
    findings(of: rule, in: RuleDemos.lookedUp) { definition in
      let last = definition.scores.count - 1
      definition.scores[last].kind = .lookup(
        LookupScore(norms: NormsID("table"), of: ScoreName("raw.all"), metric: metric)
      )
      definition.scores.append(
        ScoreDeclaration(
          name: ScoreName("ci"),
          kind: .trueScore(TrueScoreInterval(of: ScoreName("ss.all"), reliability: 0.9, level: 0.9))
        )
      )
    }
  }
  #expect(interval(ScoreMetric(mean: 100, sd: 15)) == [])
  #expect(
    interval(nil) == [
      "scores.ci.true-score: ci needs a scaled score or a table's score with a mean and an sd and ss.all is not one"
    ]
  )
}
