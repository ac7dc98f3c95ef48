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

  /// 50 months: U3 and U4 right, so U1 and U2 are credited; one expression item not observed.
  static let goldenAnswers = answers(
    "U3 C U4 C U5 I U6 C U7 I U8 I E1 ALW E2 SOM E3 NOB E4 SOM E5 NEV E6 SOM"
  )

  /// A child who speaks English at home and is `months` old on the day.
  static func child(
    months: Int,
    languages: [String] = ["ENG"],
    gestation: Gestation? = nil,
    concerns: Set<Concern> = []
  ) -> ScreeningContext {
    let seen = CivilDate(dayNumber: 20_787)  // 2026-11-30
    return ScreeningContext(
      birthDate: CivilDate(dayNumber: 20_772).adding(months: -months),
      testDate: seen,
      homeLanguages: languages,
      gestation: gestation,
      concerns: concerns
    )
  }

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

/// Item and response codes in turn: `U3 C U4 I`.
func answers(_ text: String) -> ScreeningAnswers {
  let words = text.split(separator: " ").map(String.init)
  var answers = ScreeningAnswers()
  for index in stride(from: 0, to: words.count - 1, by: 2) {
    answers[ItemCode(words[index])] = ResponseCode(words[index + 1])
  }
  return answers
}

/// One response an item of section U from U1 on: `C`, `I`, `N` (no response), `A` (not administered), `.` blank.
func understanding(_ keys: String) -> ScreeningAnswers {
  var answers = ScreeningAnswers()
  for (index, key) in keys.enumerated() where key != "." {
    answers[ItemCode("U\(index + 1)")] = ResponseCode(key == "N" ? "NR" : key == "A" ? "NA" : String(key))
  }
  return answers
}

extension ScreeningAnswers {
  /// Both answers together; those of `other` win.
  func merging(_ other: ScreeningAnswers) -> ScreeningAnswers {
    ScreeningAnswers(self.byItem.merging(other.byItem) { $1 })
  }
}

/// Six expression items, all `SOM`: 6 points.
let someExpression = answers("E1 SOM E2 SOM E3 SOM E4 SOM E5 SOM E6 SOM")

func isClose(_ a: Double?, _ b: Double, within tolerance: Double = 1e-12) -> Bool {
  guard let a else { return false }
  return abs(a - b) <= tolerance * max(1, abs(b))
}
