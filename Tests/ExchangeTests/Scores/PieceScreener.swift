// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// A small screener with norms, a language rule, a preterm rule and a tier for a recorded concern.
enum PieceScreener {
  static let items = ["A1", "A2", "A3"]

  /// - Parameter tier: the tier of a low score; a name with a comma has no plan.
  static func screener(tier: String = "targeted") throws -> PreparedScreener {
    try PreparedScreener(
      ScreenerDefinition(
        id: ScreenerID("made-up"), version: ScreenerVersion(1, 0, 0), status: .demo,
        title: TextByLanguage(english: "Made up"),
        licence: Licence(spdx: "CC0-1.0", holder: "project", items: .included, norms: .included, ship: .whole),
        provenance: [Provenance(part: "items", source: "made up")],
        age: AgePolicy(
          rule: .calendar, range: InclusiveRange(36, 71),
          preterm: AgePolicy.PretermCorrection(weeksBelow: 37, untilMonths: 60)),
        normsApply: NormsApply(homeLanguages: ["ENG"]),
        responses: [
          ResponseSet(
            id: ResponseSetID("r"),
            options: [
              ResponseSet.Option(code: ResponseCode("YES"), value: .points(2)),
              ResponseSet.Option(code: ResponseCode("1"), value: .points(1)),
              ResponseSet.Option(code: ResponseCode("no"), value: .points(0)),
              ResponseSet.Option(code: ResponseCode("é"), value: .missing),
            ])
        ],
        sections: [
          ScreenerSection(
            id: SectionID("A"), title: TextByLanguage(english: "A"), use: ResponseSetID("r"),
            ages: InclusiveRange(36, 71),
            items: self.items.map { ScreenerItem(code: ItemCode($0), text: TextByLanguage(english: $0)) })
        ],
        administer: [],
        scores: [
          ScoreDeclaration(
            name: ScoreName("raw"),
            kind: .sum(SumScore(sections: [SectionID("A")], missing: SumScore.Missing(allow: 1, rule: .prorate)))),
          ScoreDeclaration(name: ScoreName("z"), kind: .lms(LMSScore(norms: NormsID("n"), of: ScoreName("raw")))),
          ScoreDeclaration(name: ScoreName("ss"), kind: .scale(ScaleScore(of: ScoreName("z"), mean: 100, sd: 15))),
        ],
        norms: [
          NormTable(
            id: NormsID("n"), interpolate: .linear, file: "n.csv", sha256: .zero,
            rows: [
              NormTable.Row(ageMonths: 36, l: 1, m: 3, s: 0.4), NormTable.Row(ageMonths: 72, l: 1, m: 4, s: 0.3),
            ])
        ],
        bands: [
          ScoreBand(id: BandID("low"), when: ScoreName("ss"), below: 85),
          ScoreBand(id: BandID("other"), when: ScoreName("ss"), from: 85),
        ],
        tiers: [
          TierRule(tier: TierName("review"), condition: .notNormed),
          TierRule(tier: TierName("specialist"), condition: .and(.bandIn([BandID("low")]), .concern(.slt))),
          TierRule(tier: TierName(tier), condition: .bandIn([BandID("low")])),
          TierRule(tier: TierName("universal"), condition: .bandIn([BandID("other")])),
        ],
        rescreen: nil, changes: [], hash: .zero))
  }
}
