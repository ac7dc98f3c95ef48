// SPDX-License-Identifier: Apache-2.0

import Screening
import ScreeningQuality
import Testing
import Vocabulary

/// Expected numbers are worked out in Python from the formulas, apart from the code under test.
@Suite struct ReportTests {
  private func definition() throws -> ScreenerDefinition {
    let (set, section, raw, scaled) = (ResponseSetID("r"), SectionID("A"), ScoreName("raw"), ScoreName("ss"))
    let items = ["A1", "A2", "A3"].map { ScreenerItem(code: ItemCode($0), text: TextByLanguage(english: $0)) }
    return ScreenerDefinition(
      id: ScreenerID("t.made-up"), version: ScreenerVersion(1, 0, 0), status: .demo,
      title: TextByLanguage(english: "T"),
      licence: Licence(spdx: "CC0-1.0", holder: "t", items: .included, norms: .included, ship: .whole), provenance: [],
      age: AgePolicy(rule: .calendar, range: InclusiveRange(36, 71)), normsApply: nil,
      responses: [
        ResponseSet(
          id: set,
          options: [
            .init(code: ResponseCode("Y"), value: .points(1)), .init(code: ResponseCode("N"), value: .points(0)),
            .init(code: ResponseCode("X"), value: .missing),
          ])
      ],
      sections: [
        ScreenerSection(
          id: section, title: TextByLanguage(english: "A"), use: set, ages: InclusiveRange(36, 71), items: items)
      ],
      administer: [],
      scores: [
        ScoreDeclaration(name: raw, kind: .sum(SumScore(sections: [section]))),
        ScoreDeclaration(name: scaled, kind: .scale(ScaleScore(of: raw, mean: 100, sd: 15))),
        ScoreDeclaration(
          name: ScoreName("rci"),
          kind: .reliableChange(ReliableChangeScore(of: scaled, reliability: 0.9, criterion: 1.96))),
      ],
      norms: [],
      bands: [
        ScoreBand(id: BandID("red"), when: scaled, below: 85), ScoreBand(id: BandID("green"), when: scaled, from: 85),
      ],
      tiers: [], rescreen: nil, changes: [], hash: try #require(Digest(bytes: [UInt8](repeating: 0, count: 32))))
  }

  private func child(_ name: String, _ answers: String, score: Double? = nil, band: String? = nil) throws
    -> RatedChild
  {
    let date = try #require(CivilDate("2026-11-16"))
    var sheet = ScreeningAnswers()
    for (item, code) in zip(["A1", "A2", "A3"], answers) where code != "-" {
      sheet[ItemCode(item)] = ResponseCode(String(code))
    }
    return RatedChild(
      child: name, rater: "Ada", setting: "S", testDate: date, ageMonths: 50, answers: sheet, score: score, band: band)
  }

  @Test func alphaIsToldOverCompleteChildrenOnly() throws {
    let patterns = ["YYY", "YYN", "YNN", "NNN", "YYY", "NNN"]
    let rows = try (0..<30).map { try self.child("c\($0)", patterns[$0 % 6]) }
    let report = ReliabilityReport(rows + [try self.child("x", "YX-")], of: try self.definition())
    let scale = try #require(report.scales.first)
    #expect(report.scales.map(\.name) == ["raw"] && scale.complete == 30 && scale.leftOut == 1)
    // Shares right 2/3, 1/2, 1/3: item variances 2/9, 1/4, 2/9; of the sum 19/12.
    #expect(abs((scale.alpha.value ?? 0) - 1.5 * (1 - (25.0 / 36) / (19.0 / 12))) < 1e-9)
    let few = ReliabilityReport(Array(rows.prefix(29)), of: try self.definition())
    #expect(
      few.scales.first?.alpha
        == .cannotTell(reason: "too few children with every item", n: 29, needed: 30))
  }

  @Test func missingAnswersAreCountedByItemAndRater() throws {
    let rows = try (0..<10).map { try self.child("c\($0)", $0 < 2 ? "YX-" : "YYY") }
    let report = MissingReport(rows, of: try self.definition())
    #expect(report.items.map(\.missing) == [0, 2, 2])
    #expect(report.raters.map(\.missing) == [4] && report.raters.first?.rate.n == 30)
    // Wilson, 2 of 10.
    guard case .told(0.2, let low?, let high?, 10)? = report.items.last?.rate else {
      Issue.record("\(report.items)")
      return
    }
    #expect(abs(low - 0.056_682) < 1e-6 && abs(high - 0.509_838) < 1e-6)
  }

  @Test func biasIsNotToldForSmallGroups() throws {
    var rows = try (0..<150).map { try self.child("c\($0)", "YYN") }
    for index in rows.indices { rows[index].sides[.eal] = index < 99 }
    let report = ItemBiasReport(rows, of: try self.definition())
    #expect(report.tests == 0 && report.comparisons.count == 4)
    #expect(
      report.comparisons.first?.cannotTell
        == .cannotTell(reason: "too few children in the smaller group", n: 51, needed: 100))
  }

  @Test func agreementAndSupervision() throws {
    func side(_ rater: String, _ answers: String, _ score: Double) throws -> AgreementReport.Side {
      AgreementReport.Side(
        rater: rater, answers: try self.child("", answers).answers, score: score, band: score < 85 ? "red" : "green")
    }
    // κ of 20, 5, 10, 15 is 0.40.
    let cells = [(20, 80.0, 80.0), (5, 80, 90), (10, 90, 80), (15, 90, 90)]
    var pairs: [AgreementReport.Pair] = []
    for (count, one, other) in cells {
      for _ in 0..<count {
        pairs.append(
          AgreementReport.Pair(
            child: "c\(pairs.count)", first: try side("A", one < 85 ? "YYN" : "YYY", one),
            second: try side("B", other < 85 ? "YYN" : "YYY", other)))
      }
    }
    let report = AgreementReport(pairs, of: try self.definition(), scoreLimit: 5)
    #expect(abs((report.kappa.value ?? 0) - 0.4) < 1e-12 && report.kappa.n == 50)
    #expect(report.supervision.count == 15 && report.supervision.allSatisfy { $0.items == [ItemCode("A3")] })
    #expect(report.items.map(\.agreement.value) == [1, 1, 0.7])
  }

  @Test func accuracyCountsTheFourCellsAndWarnsOfOneSidedFollowUp() throws {
    let rows = try (0..<60).map {
      try self.child("c\($0)", "YYN", score: $0 < 20 ? 80 : 95, band: $0 < 20 ? "red" : "green")
    }
    let date = try #require(CivilDate("2027-11-16"))
    let outcomes = (0..<40).map {
      AccuracyReport.Outcome(child: "c\($0)", date: date, isAffected: $0 < 15 || $0 >= 35)
    }
    let report = try AccuracyReport(rows, outcomes: outcomes, of: try self.definition())
    #expect(
      [report.truePositives, report.falsePositives, report.falseNegatives, report.trueNegatives] == [15, 5, 5, 15])
    #expect(report.positive == ["red"] && report.sensitivity.value == 0.75 && report.area.value == 0.75)
    #expect(
      report.attrition.map(\.followedUp) == [20, 20, 0, 0] && report.attrition.map(\.screened) == [20, 40, 0, 0])
    #expect(report.mayHaveVerificationBias)
    #expect(throws: Fault.self) {
      try AccuracyReport(rows, outcomes: outcomes, positive: ["blue"], of: try self.definition())
    }
  }

  @Test func changeIsCountedByVariantDoseAndReason() throws {
    func side(_ score: Double, _ major: Int = 1, _ edition: String = "", notNormed: Bool = false) -> ChangeReport.Side {
      ChangeReport.Side(
        version: ScreenerVersion(major, 0, 0), edition: edition, scores: ["ss": score, "raw": score / 10],
        isNotNormed: notNormed)
    }
    func pair(_ name: Int, _ one: ChangeReport.Side, _ other: ChangeReport.Side, _ dose: Int) -> ChangeReport.Pair {
      ChangeReport.Pair(child: "c\(name)", baseline: one, followUp: other, sessions: dose)
    }
    // SE = 15·√0.1·√2 = 6.708: reliable from 13.148.
    let pairs =
      (0..<6).map { pair($0, side(80), side(94), 12) } + (6..<10).map { pair($0, side(80), side(93), 0) } + [
        pair(20, side(80, 2), side(90), 0), pair(21, side(80, 1, "a"), side(90, 1, "b"), 0),
        pair(22, side(80, notNormed: true), side(90), 0),
      ]
    let definition = try self.definition()
    let plain = ChangeReport(pairs, by: try ReliableChangeVariant(.jacobsonTruax, of: definition), of: definition)
    #expect([plain.all.pairs, plain.all.better, plain.all.unchanged, plain.all.worse] == [10, 6, 4, 0])
    #expect(plain.byDose[.some]?.better == 6 && plain.byDose[ChangeReport.Dose.none]?.pairs == 4)
    #expect(abs((plain.all.meanChange.value ?? 0) - 13.6) < 1e-9)
    #expect(plain.refused == [.otherMajorVersion: 1, .otherEdition: 1, .noScore: 0] && plain.notNormedPairs == 1)
    let practised = try ReliableChangeVariant(.practiceCorrected, practiceGain: 3, of: definition)
    #expect(ChangeReport(pairs, by: practised, of: definition).all.better == 0)
    #expect(throws: Fault.self) { try ReliableChangeVariant(.practiceCorrected, of: definition) }
  }
}
