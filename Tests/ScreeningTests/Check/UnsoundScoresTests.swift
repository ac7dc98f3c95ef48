// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// Definitions that would score a child by something else than they say are refused before they score.
@Suite struct UnsoundScoresTests {
  static func messages(_ definition: ScreenerDefinition) -> [String] {
    DefinitionCheck.findings(in: definition).map(\.message)
  }

  static func bank(_ model: ItemBank.Model, _ change: (inout ItemParameters) -> Void) -> [String] {
    self.messages(CatR.definition(model, .expectedAPosteriori) { change(&$0.banks[0]) })
  }

  @Test func aBankThatNoModelCanUseIsRefusedWithItsRow() {
    #expect(Self.bank(.twoParameter) { $0.rows[0].discrimination = 0.005 } == ["the discrimination of B1 is 0.005"])
    #expect(Self.bank(.twoParameter) { $0.rows[1].discrimination = 0 } == ["the discrimination of B2 is 0"])
    #expect(
      Self.bank(.rasch) { $0.rows[1].discrimination = 1.2 } == [
        "the discrimination of B2 is 1.2; in a Rasch bank it is 1"
      ])
    #expect(Self.bank(.twoParameter) { $0.scaling = 0.005 } == ["the scaling constant is 0.005"])
    #expect(
      Self.bank(.graded) { $0.rows[0].thresholds = [-1, -1 + 1e-8, 2] } == [
        "the thresholds of B1 do not rise from -1 to -0.99999999"
      ]
    )
    #expect(Self.bank(.graded) { $0.rows[0].thresholds[2] = 101 } == ["B1 has the threshold 101"])
    #expect(
      Self.bank(.graded) { $0.rows[0].thresholds.removeLast() } == [
        "B1 has 2 thresholds and responses worth 4 different points"
      ])
    #expect(
      Self.bank(.rasch) { $0.rows.removeLast() } == ["1 items of theta are not in the bank bank, the first is B8"])
  }

  @Test func aCutThatNobodyReachesMakesNoTierClear() {
    let rule = AdaptiveRule(score: ScoreName("theta"), stop: AdaptiveRule.Stop(most: 8, clear: 0.9))
    let definition = CatR.definition(.twoParameter, .expectedAPosteriori, adaptive: rule) {
      $0.bands = [
        ScoreBand(id: BandID("low"), when: ScoreName("ss"), below: 5000),
        ScoreBand(id: BandID("well"), when: ScoreName("ss"), from: 5000),
      ]
    }
    #expect(Self.messages(definition) == ["a band is cut at the ability 326.6333333333333, which nobody has"])
  }

  @Test func theErrorOfAnotherAbilityIsRefused() {
    let definition = CatR.definition(.rasch, .expectedAPosteriori) {
      $0.scores += [
        ScoreDeclaration(
          name: ScoreName("other"),
          kind: .ability(
            AbilityScore(bank: BankID("bank"), sections: [SectionID("B")], estimator: .maximumLikelihood, least: 1))),
        ScoreDeclaration(name: ScoreName("se.other"), kind: .abilityError(AbilityErrorScore(of: ScoreName("other")))),
        ScoreDeclaration(
          name: ScoreName("p"),
          kind: .belowCut(BelowCutScore(of: ScoreName("ss"), cut: 80, error: .ability(ScoreName("se.other"))))),
        ScoreDeclaration(
          name: ScoreName("sem"),
          kind: .observed(ObservedScoreInterval(of: ScoreName("ss"), error: .ability(ScoreName("se")), level: 0.9))),
      ]
    }
    #expect(Self.messages(definition) == ["se.other is the standard error of other, and ss is no scale of it"])
  }

  @Test(arguments: [Double.nan, .infinity, 1e7]) func aCutIsANumber(_ cut: Double) {
    let definition = ScoreErrorTests.definition([
      ("p", .belowCut(BelowCutScore(of: ScoreName("ss"), cut: cut, error: .reliability(0.9))))
    ])
    #expect(DefinitionCheck.findings(in: definition).map { "\($0.path)" } == ["scores.p.cut"])
  }

  @Test(arguments: ["unsure", "a b", "", "x)", "a=b"]) func aFlagHasANameThatATierCanAskFor(_ name: String) {
    var definition = RouteDemo.definition
    definition.tiers = []
    definition.route?.flags[0].name = name
    #expect(
      DefinitionCheck.findings(in: definition).map { "\($0.path): \($0.message)" } == [
        "route.flags.two-amber-running: the flag '\(name)' can't be told apart in a tier's condition"
      ])
  }

  @Test func aSectionOfARouteHasItsCutsOnce() {
    var definition = RouteDemo.definition
    definition.route?.cuts.append(SectionRoute.Cuts(section: SectionID("S1"), points: [1, 2]))
    #expect(Self.messages(definition) == ["the cut of section S1 is defined twice"])
  }
}
