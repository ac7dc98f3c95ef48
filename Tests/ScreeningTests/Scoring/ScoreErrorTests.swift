// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// A table's standard score typed as a number, with everything that its error is used for.
@Suite struct ScoreErrorTests {
  static let metric = ScoreMetric(mean: 100, sd: 15)

  static func definition(
    _ scores: [(String, ScoreDeclaration.Kind)], change: (inout ScreenerDefinition) -> Void = { _ in }
  )
    -> ScreenerDefinition
  {
    Small.definition(
      [Small.number],
      [
        ("raw", Small.sum("N")),
        ("ss", .lookup(LookupScore(norms: NormsID("tab"), of: ScoreName("raw"), metric: metric))),
      ] + scores
    ) {
      $0.lookups = [
        LookupTable(
          id: NormsID("tab"), interpolate: .none, file: "tab.csv", sha256: .zero,
          rows: (1...160).map { LookupTable.Row(ages: InclusiveRange(36, 71), raw: $0, value: Double($0)) })
      ]
      change(&$0)
    }
  }

  /// The golden file's numbers, made in Python with critical values of 1.64485 and 1.95996: SEM = 15·√0.1, and the
  /// interval of N. Dudek (1979) around 80.2.
  @Test(
    arguments: [
      (0.90, 70.1977743097087, 85.8022256902913, 72.7981588, 87.6018412),
      (0.95, 68.70307, 87.29693, 71.380162, 89.019838),
    ])
  func bothIntervalsOfAStandardScore(_ level: Double, _ a: Double, _ b: Double, _ c: Double, _ d: Double) throws {
    let result = try Self.definition([
      ("sem", .observed(ObservedScoreInterval(of: ScoreName("ss"), error: .reliability(0.9), level: level))),
      ("true", .trueScore(TrueScoreInterval(of: ScoreName("ss"), reliability: 0.9, level: level))),
    ]).result("N1 78", explaining: true)
    let observed = try #require(result.interval("sem"))
    #expect(isClose(observed.low, a, within: 1e-6) && isClose(observed.high, b, within: 1e-6))
    let truth = try #require(result.interval("true"))
    #expect(isClose(truth.low, c, within: 1e-6) && isClose(truth.high, d, within: 1e-6))
    if level == 0.90 {
      #expect(result.words("sem") == ["ss 78 ± 1.6449 × 4.7434 (90%): 70.2-85.8"])
      #expect(result.words("true") == ["ss 78, reliability 0.9: true score 80.20 ± 1.6449 × 4.5000 (90%): 72.8-87.6"])
    }
  }

  static func cut(_ cut: Double, _ unsure: ClosedRange<Double>? = 0.3...0.7) -> ScreenerDefinition {
    self.definition([
      (
        "p",
        .belowCut(
          BelowCutScore(of: ScoreName("ss"), cut: cut, error: .reliability(cut == 77 ? 0.9 : 0.91), unsure: unsure))
      )
    ]) {
      $0.bands = [
        ScoreBand(id: BandID("low"), when: ScoreName("ss"), below: 82),
        ScoreBand(id: BandID("well"), when: ScoreName("ss"), from: 82),
      ]
      guard unsure != nil else { return }
      $0.tiers = [
        TierRule(tier: TierName("review"), condition: .notNormed),
        TierRule(tier: TierName("again"), condition: .flag("unsure")),
        TierRule(tier: TierName("help"), condition: .bandIn([BandID("low")])),
        TierRule(tier: TierName("none"), condition: .bandIn([BandID("well")])),
      ]
    }
  }

  @Test func theProbabilityBelowACutIsTheGoldenOne() throws {
    let result = try Self.cut(77).result("N1 78", explaining: true)
    #expect(isClose(result.number("p"), 0.23850769258813048))
    #expect(
      result.words("p") == [
        "the probability that the true score behind ss 78 is below 77: true score 80.20, standard error 4.5000: 0.239"
      ])
  }

  /// From scipy, `norm.cdf((82 − T)/SEE)` with T = 100 + 0.91·(x − 100) and SEE = 15·√(0.91·0.09).
  @Test(arguments: [
    (74, 0.906333, "help"), (77, 0.752554, "help"), (78, 0.681024, "again"), (79, 0.602019, "again"),
    (81, 0.434316, "again"), (82, 0.352945, "again"), (83, 0.277807, "none"), (90, 0.019073, "none"),
  ])
  func anUnsureScoreIsFlaggedAndHasATierOfItsOwn(_ score: Int, _ probability: Double, _ tier: String) throws {
    let result = try Self.cut(82).result("N1 \(score)")
    #expect(abs((result.number("p") ?? .nan) - probability) < 1e-6)
    #expect(result.tier?.tier.rawValue == tier)
    #expect(result.flags.map(\.description) == (tier == "again" ? ["unsure:p"] : []))
    let never = try Self.cut(82, nil).result("N1 \(score)")
    #expect(never.flags == [] && never.number("p") == result.number("p"))
  }

  @Test func bothEndsOfUnsureAreUnsure() throws {
    let exact = try #require(try Self.cut(82, nil).result("N1 80").number("p"))
    for unsure in [exact...0.9, 0.1...exact] {
      #expect(try Self.cut(82, unsure).result("N1 80").flags.map(\.description) == ["unsure:p"])
    }
    #expect(try Self.cut(82, exact.nextUp...0.9).result("N1 80").flags == [])
  }
}
