// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// A criterion that rises by half-years, as the CELF screening tests print it.
@Suite struct CriterionBandTests {
  static let criteria: [(ages: ClosedRange<Int>, met: Int)] = [
    (36...41, 3), (42...47, 5), (48...53, 6), (54...59, 8), (60...65, 9), (66...71, 11),
  ]

  static let definition = Small.definition([OpenDemo.section("B", "bit", 12)], [("raw", Small.sum("B"))]) {
    $0.bands = criteria.flatMap { criterion in
      let ages = InclusiveRange(criterion.ages.lowerBound, criterion.ages.upperBound)
      return [
        ScoreBand(id: BandID("below"), when: ScoreName("raw"), below: Double(criterion.met), ages: ages),
        ScoreBand(id: BandID("met"), when: ScoreName("raw"), from: Double(criterion.met), ages: ages),
      ]
    }
    $0.tiers = [
      TierRule(tier: TierName("further"), condition: .bandIn([BandID("below")])),
      TierRule(tier: TierName("none"), condition: .bandIn([BandID("met")])),
    ]
  }

  @Test(arguments: 36...71) func everyMonthAndEveryScoreHasItsBand(_ months: Int) throws {
    let screener = try PreparedScreener(Self.definition)
    let met = try #require(Self.criteria.first { $0.ages.contains(months) }?.met)
    for raw in 0...12 {
      let result = try screener.score(
        answers(LookupTableTests.typed(raw, of: 12)), in: OpenDemo.child(months: months), explaining: true)
      #expect(result.band == BandID(raw >= met ? "met" : "below"), "\(raw) points")
      #expect(result.tier?.tier == TierName(raw >= met ? "none" : "further"))
      let range = raw >= met ? "at least \(met)" : "below \(met)"
      #expect(result.words("band") == ["raw \(raw) is \(range) at \(months) months: \(raw >= met ? "met" : "below")"])
    }
  }

  /// The day before a half-year is still the younger criterion's.
  @Test func theCriterionChangesOnTheDayTheHalfYearIsReached() throws {
    let screener = try PreparedScreener(Self.definition)
    let born = CivilDate(dayNumber: 20_772).adding(months: -48)
    for (day, band) in [(20_771, "met"), (20_772, "below")] {
      let result = try screener.score(
        answers(LookupTableTests.typed(5, of: 12)),
        in: ScreeningContext(birthDate: born, testDate: CivilDate(dayNumber: day)))
      #expect(result.ageMonths == (band == "met" ? 47 : 48))
      #expect(result.band == BandID(band))
    }
  }

  @Test func aMonthWithoutABandOrWithTwoIsRefused() {
    var gap = Self.definition
    gap.bands[2].ages = InclusiveRange(43, 47)
    gap.bands[3].ages = InclusiveRange(43, 47)
    #expect(
      DefinitionCheck.findings(in: gap).map(\.message) == ["raw 0 to 12 at 42 months has no band"])
    var twice = Self.definition
    twice.bands[2].ages = InclusiveRange(41, 47)
    #expect(DefinitionCheck.findings(in: twice).contains { $0.rule == "screener.band-overlap" })
  }
}
