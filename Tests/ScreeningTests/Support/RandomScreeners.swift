// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Made-up screeners that use every part of the format at once, and children who reach every flag.
extension RandomChildren {
  /// Three sections (one of them not for every age, with reversed items and points below 0), sums over one and over
  /// two of them, two chains of norm scores, one of which leaves some sums without a norm.
  mutating func wideDefinition() -> ScreenerDefinition {
    var definition = self.definition()
    let low = 24 + self.random.below(13)
    let high = 72 + self.random.below(60)
    let least = -1 - self.random.below(3)
    definition.age = AgePolicy(
      rule: self.random.below(2) == 0 ? .calendar : .borrow30, range: InclusiveRange(36, 71),
      outside: self.random.below(2) == 0 ? .refuse : .nearestFlagged,
      preterm: self.random.below(3) == 0 ? nil : AgePolicy.PretermCorrection(weeksBelow: 37, untilMonths: 72))
    definition.normsApply =
      [
        nil, NormsApply(homeLanguages: ["ENG", "WEL"]), NormsApply(homeLanguages: ["ENG"], notStated: .notNormed),
      ][self.random.below(3)]
    definition.responses.append(
      OpenDemo.responses("far", [("never", least), ("0", nil), ("12", 3), ("9", 7 + self.random.below(90))]))
    var third = OpenDemo.section("F", "far", 3 + self.random.below(6))
    third.ages = InclusiveRange(self.random.below(2) == 0 ? 36 : 44, self.random.below(2) == 0 ? 71 : 60)
    for index in third.items.indices { third.items[index].reverse = self.random.below(2) == 0 }
    definition.sections.append(third)
    let allow = self.random.below(3)
    let missing = SumScore.Missing(allow: allow, rule: allow > 0 ? .prorate : nil)
    let scale = ScaleScore(
      of: ScoreName("z.f"), mean: 10, sd: 3 + self.random.unit(), round: self.random.below(2) == 0 ? .none : .halfUp,
      clip: self.random.below(2) == 0 ? nil : InclusiveRange(3, 17))
    definition.scores += [
      ScoreDeclaration(name: ScoreName("raw.f"), kind: .sum(SumScore(sections: [SectionID("F")], missing: missing))),
      ScoreDeclaration(
        name: ScoreName("raw.ef"),
        kind: .sum(SumScore(sections: [SectionID("E"), SectionID("F")], missing: missing))),
      ScoreDeclaration(
        name: ScoreName("raw.ue"),
        kind: .sum(SumScore(sections: [SectionID("U"), SectionID("E")], missing: missing))),
      ScoreDeclaration(name: ScoreName("z.f"), kind: .lms(LMSScore(norms: NormsID("f"), of: ScoreName("raw.ue")))),
      ScoreDeclaration(name: ScoreName("sc.f"), kind: .scale(scale)),
      ScoreDeclaration(name: ScoreName("pr.f"), kind: .percentile(PercentileScore(of: ScoreName("z.f")))),
      ScoreDeclaration(
        name: ScoreName("ci.f"),
        kind: .trueScore(TrueScoreInterval(of: ScoreName("sc.f"), reliability: 0.5, level: 0.99))),
      ScoreDeclaration(
        name: ScoreName("ae.f"),
        kind: .ageEquivalent(AgeEquivalentScore(of: ScoreName("raw.ue"), norms: NormsID("f")))),
    ]
    if self.random.below(3) == 0 {
      for index in definition.bands.indices {
        definition.bands[index].when = ScoreName("raw.ue")
        definition.bands[index].from = definition.bands[index].from.map { $0 == 82 ? 7 : 12 }
        definition.bands[index].below = definition.bands[index].below.map { $0 == 82 ? 7 : 12 }
      }
    }
    // Last in a shuffled order: outside its norms a later chain must not be normed either.
    if self.random.below(2) == 0 {
      definition.scores.append(contentsOf: definition.scores.prefix(9).dropFirst(3))
      definition.scores.removeSubrange(3..<9)
    }
    definition.norms.append(
      NormTable(
        id: NormsID("f"), interpolate: self.random.below(2) == 0 ? .linear : .none, file: "f.csv", sha256: .zero,
        rows: [
          NormTable.Row(ageMonths: Double(low), l: 0.4, m: 6, s: 0.4),
          NormTable.Row(ageMonths: 50.5, l: 0.1, m: 8.25, s: 0.3),
          // So steep that a sum above the median has no finite z score.
          NormTable.Row(ageMonths: Double(high), l: 50_000, m: 12, s: 0.2),
        ]))
    return definition
  }

  /// A child of any age round the range, who may be born early, speak any language or none that is stated, and be a
  /// worry.
  mutating func anyContext() -> ScreeningContext {
    let languages = [[], ["ENG"], ["ENG"], ["ENG", "WEL"], ["PAN"], ["ENG", "PAN"]]
    var context = OpenDemo.child(
      months: 20 + self.random.below(66), languages: languages[self.random.below(languages.count)],
      gestation: self.random.below(3) == 0
        ? Gestation(weeks: 24 + self.random.below(18), days: self.random.below(7)) : nil,
      concerns: self.random.below(4) == 0 ? [.slt] : [])
    context.birthDate = context.birthDate.adding(days: self.random.below(40) - 20)
    return context
  }
}
