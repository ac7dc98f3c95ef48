// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// The worked example of the format, built by hand: 8 items of understanding with start, basal and ceiling, 6 of
/// expression that may miss one, LMS norms made up for the purpose.
enum OpenDemo {
  static let definition = ScreenerDefinition(
    id: ScreenerID("elsec.open-demo"),
    version: ScreenerVersion(1, 2, 0),
    status: .demo,
    title: TextByLanguage(english: "Open language observation"),
    licence: Licence(spdx: "CC0-1.0", holder: "project", items: .included, norms: .included, ship: .whole),
    provenance: [Provenance(part: "items", source: "written for this project")],
    age: AgePolicy(
      rule: .calendar,
      range: InclusiveRange(36, 71),
      preterm: AgePolicy.PretermCorrection(weeksBelow: 37, untilMonths: 24)
    ),
    normsApply: NormsApply(homeLanguages: ["ENG"]),
    responses: [
      responses("obs", [("ALW", 2), ("SOM", 1), ("NEV", 0), ("NOB", nil)]),
      responses("try", [("C", 1), ("I", 0), ("NR", 0), ("NA", nil)]),
    ],
    sections: [section("U", "try", 8), section("E", "obs", 6)],
    administer: [
      SectionAdministration(
        section: SectionID("U"),
        start: [
          SectionAdministration.StartPoint(ages: InclusiveRange(36, 47), at: ItemCode("U1")),
          SectionAdministration.StartPoint(ages: InclusiveRange(48, 71), at: ItemCode("U3")),
        ],
        basal: SectionAdministration.Basal(run: 2, of: [ResponseCode("C")], creditBelow: true, reverse: true),
        ceiling: SectionAdministration.Ceiling(run: 3, of: [ResponseCode("I"), ResponseCode("NR")])
      )
    ],
    scores: [
      ScoreDeclaration(name: ScoreName("raw.u"), kind: .sum(SumScore(sections: [SectionID("U")]))),
      ScoreDeclaration(
        name: ScoreName("raw.e"),
        kind: .sum(
          SumScore(sections: [SectionID("E")], missing: SumScore.Missing(allow: 1, rule: .prorate))
        )
      ),
      ScoreDeclaration(
        name: ScoreName("raw.all"),
        kind: .add(
          AddScore(scores: [ScoreName("raw.u"), ScoreName("raw.e")], range: InclusiveRange(0, 20))
        )
      ),
      ScoreDeclaration(
        name: ScoreName("z.all"),
        kind: .lms(LMSScore(norms: NormsID("all"), of: ScoreName("raw.all")))
      ),
      ScoreDeclaration(
        name: ScoreName("ss.all"),
        kind: .scale(
          ScaleScore(of: ScoreName("z.all"), mean: 100, sd: 15, clip: InclusiveRange(55, 145))
        )
      ),
      ScoreDeclaration(
        name: ScoreName("pr.all"),
        kind: .percentile(PercentileScore(of: ScoreName("z.all"), reportBelow: 1, reportAbove: 99))
      ),
      ScoreDeclaration(
        name: ScoreName("ci.all"),
        kind: .trueScore(TrueScoreInterval(of: ScoreName("ss.all"), reliability: 0.91, level: 0.90))
      ),
      ScoreDeclaration(
        name: ScoreName("ae.all"),
        kind: .ageEquivalent(AgeEquivalentScore(of: ScoreName("raw.all"), norms: NormsID("all")))
      ),
      ScoreDeclaration(
        name: ScoreName("rci.all"),
        kind: .reliableChange(
          ReliableChangeScore(of: ScoreName("ss.all"), reliability: 0.91, criterion: 1.96)
        )
      ),
    ],
    norms: [
      NormTable(
        id: NormsID("all"),
        interpolate: .linear,
        file: "demo-total.lms.csv",
        sha256: .zero,
        rows: [
          NormTable.Row(ageMonths: 36, l: 1.10, m: 9.0, s: 0.300),
          NormTable.Row(ageMonths: 42, l: 1.05, m: 11.2, s: 0.270),
          NormTable.Row(ageMonths: 48, l: 1.00, m: 13.1, s: 0.240),
          NormTable.Row(ageMonths: 54, l: 0.95, m: 14.7, s: 0.215),
          NormTable.Row(ageMonths: 60, l: 0.90, m: 16.0, s: 0.195),
          NormTable.Row(ageMonths: 66, l: 0.85, m: 17.0, s: 0.180),
          NormTable.Row(ageMonths: 72, l: 0.80, m: 17.8, s: 0.170),
        ]
      )
    ],
    bands: [
      ScoreBand(id: BandID("red"), when: ScoreName("ss.all"), below: 82),
      ScoreBand(id: BandID("amber"), when: ScoreName("ss.all"), from: 82, below: 90),
      ScoreBand(id: BandID("green"), when: ScoreName("ss.all"), from: 90),
    ],
    tiers: [
      TierRule(tier: TierName("review"), condition: .notNormed),
      TierRule(
        tier: TierName("specialist"),
        condition: .and(.bandIn([BandID("red")]), .concern(.slt))
      ),
      TierRule(tier: TierName("targeted"), condition: .bandIn([BandID("red"), BandID("amber")])),
      TierRule(tier: TierName("universal"), condition: .bandIn([BandID("green")])),
    ],
    rescreen: RescreenRule(afterWeeks: 12, minimumGapWeeks: 6),
    changes: [],
    hash: .zero
  )

  static func screener() throws -> PreparedScreener { try PreparedScreener(definition) }

  static func responses(_ id: String, _ options: [(String, Int?)]) -> ResponseSet {
    ResponseSet(
      id: ResponseSetID(id),
      options: options.map { code, points in
        ResponseSet.Option(code: ResponseCode(code), value: points.map { .points($0) } ?? .missing)
      }
    )
  }

  static func section(_ id: String, _ use: String, _ count: Int) -> ScreenerSection {
    ScreenerSection(
      id: SectionID(id),
      title: TextByLanguage(english: "Section \(id)"),
      use: ResponseSetID(use),
      ages: InclusiveRange(36, 71),
      items: (1...count).map {
        ScreenerItem(code: ItemCode("\(id)\($0)"), text: TextByLanguage(english: "item \($0)"))
      }
    )
  }
}
