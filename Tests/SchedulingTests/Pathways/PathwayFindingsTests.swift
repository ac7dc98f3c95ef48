// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct PathwayFindingsTests {
  typealias Samples = PathwaySamples

  private func found(_ pathway: Pathway) -> [String] { pathway.findings().map { "\($0.code) \($0.path)" } }

  @Test func aWholePathwayHasNone() throws {
    #expect(try Samples.pathway().findings().isEmpty)
  }

  @Test func agesWithoutAnAnswerAreNamed() throws {
    var rules = try Samples.rules()
    rules[1] = .init(
      tier: "targeted",
      ages: try Samples.years("1", "1"),
      outcome: .programme(Samples.school.id)
    )
    let findings = try Samples.pathway(rules: rules).findings()
    #expect(
      findings.map(\.message) == [
        "no rule answers the tier 'targeted' at R", "no rule answers the tier 'targeted' at 2",
      ]
    )
    #expect(findings.allSatisfy { $0.code == "pathway.gap" })
  }

  @Test func aTierWithoutAnyRuleIsAGapFromEndToEnd() throws {
    let rules = try Samples.rules().filter { $0.tier != "review" }
    #expect(
      try Samples.pathway(rules: rules).findings().map(\.message) == [
        "no rule answers the tier 'review' at N1 to 2"
      ]
    )
  }

  @Test func agesAnsweredTwiceAreNamed() throws {
    var rules = try Samples.rules()
    rules[1] = .init(
      tier: "targeted",
      ages: try Samples.years("N2", "2"),
      outcome: .programme(Samples.school.id)
    )
    let findings = try Samples.pathway(rules: rules).findings()
    #expect(
      findings.map(\.message) == ["the tier 'targeted' is answered twice at N2, here and by rules[0]"]
    )
    #expect(findings.map(\.path) == ["rules[1].ages"])
    #expect(findings.map(\.code) == ["pathway.overlap"])
  }

  @Test func aRuleInsideAnotherIsAnOverlap() throws {
    let inner = Pathway.Rule(
      tier: "specialist",
      ages: try Samples.years("R", "R"),
      outcome: .programme(Samples.therapy.id)
    )
    #expect(
      found(try Samples.pathway(rules: try Samples.rules() + [inner])) == ["pathway.overlap rules[5].ages"]
    )
  }

  @Test func gapsAreCountedInMonthsToo() {
    let pathway = Pathway(
      id: "months",
      title: "",
      tiers: ["targeted"],
      covers: .months(36...71),
      programmes: [Samples.early],
      rules: [.init(tier: "targeted", ages: .months(36...47), outcome: .programme(Samples.early.id))]
    )
    #expect(
      pathway.findings().map(\.message) == ["no rule answers the tier 'targeted' at 48 to 71 months"]
    )
  }

  @Test func twoUnitsOfAgeDoNotMix() throws {
    var rules = try Samples.rules()
    rules[4] = .init(tier: "review", ages: .months(0...200), outcome: .therapistDecides)
    #expect(
      found(try Samples.pathway(rules: rules)) == ["pathway.age-unit rules[4].ages", "pathway.gap rules"]
    )
  }

  @Test func unknownTiersAndProgrammesAreNamed() throws {
    var rules = try Samples.rules()
    rules[2] = .init(
      tier: "specialst",
      ages: try Samples.years("N1", "2"),
      outcome: .programme(ProgrammeID("x"))
    )
    let findings = try Samples.pathway(rules: rules).findings()
    #expect(
      findings.map(\.code) == [
        "pathway.unknown-tier", "pathway.unknown-programme", "pathway.unused-programme", "pathway.gap",
      ]
    )
    #expect(findings.first?.hint == "the tiers are universal, targeted, specialist, review")
  }

  @Test func aNameThatStandsTwiceIsFound() throws {
    let tiers = ["universal", "targeted", "specialist", "review", "targeted"]
    #expect(found(try Samples.pathway(tiers: tiers)) == ["pathway.name-twice tiers[4]"])
    let twice = [Samples.early, Samples.school, Samples.therapy, Samples.early]
    #expect(found(try Samples.pathway(programmes: twice)) == ["pathway.name-twice programmes[3]"])
  }

  static let broken: [(Programme, String)] = [
    (PathwaySamples.programme(size: 0...6), "group_size"),
    (PathwaySamples.programme(sessionsAWeek: 0), "sessions_a_week"),
    (PathwaySamples.programme(weeks: 61), "weeks"), (PathwaySamples.programme(minutes: 4), "minutes"),
    (PathwaySamples.programme(weight: -1), "weight"), (PathwaySamples.programme(weight: 1_000_001), "weight"),
    (PathwaySamples.programme(sessionsAWeek: 3, gapDays: 3), "gap_days"),
    (PathwaySamples.programme(rescreenAfterWeeks: 0), "rescreen_after_weeks"),
    (PathwaySamples.programme(assessFirst: .init(minutes: 0)), "assess_first"),
  ]

  @Test(arguments: 0..<9)
  func aNumberThatCannotBeWorkedWithIsFound(_ index: Int) throws {
    let (programme, field) = Self.broken[index]
    let pathway = try Samples.pathway(programmes: [programme, Samples.school, Samples.therapy])
    #expect(found(pathway) == ["pathway.number programmes[0].\(field)"])
  }

  @Test func aScreeningVisitHoldsAtLeastOneChild() throws {
    let tooShort = Pathway.ScreeningVisits(minutesAChild: 30, setUpMinutes: 20, longestMinutes: 45, weight: 1)
    #expect(found(try Samples.pathway(screening: tooShort)) == ["pathway.number screening"])
    #expect(
      Pathway.ScreeningVisits(minutesAChild: 10, setUpMinutes: 10, longestMinutes: 75, weight: 1)
        .childrenAVisit == 6
    )
  }

  /// For random rules: a tier is answered exactly once at every age where no finding is reported, and a
  /// finding is reported where it is not.
  @Test func findingsAgreeWithCountingAgeByAge() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<400 {
      let rules = (0..<random.below(5)).map { _ -> Pathway.Rule in
        let first = 30 + random.below(12)
        return .init(
          tier: "t",
          ages: .months(first...first + random.below(8)),
          outcome: .noVisits(because: "none")
        )
      }
      let pathway = Pathway(
        id: "x",
        title: "",
        tiers: ["t"],
        covers: .months(32...44),
        programmes: [],
        rules: rules
      )
      let once = (32...44).allSatisfy { pathway.rules(tier: "t", months: $0, year: nil).count == 1 }
      let outside = (30..<60).contains {
        !(32...44).contains($0) && pathway.rules(tier: "t", months: $0, year: nil).count > 1
      }
      #expect(pathway.findings().isEmpty == (once && !outside))
    }
  }
}
