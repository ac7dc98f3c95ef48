// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct AdaptiveSectionsTests {
  static let rule = "screener.adaptive"

  private func broken(_ change: (inout AdaptiveRule) -> Void) -> [String] {
    findings(of: Self.rule, in: RuleDemos.adaptive) { definition in
      guard var rule = definition.administer[0].adaptive else { return }
      change(&rule)
      definition.administer[0].adaptive = rule
    }
  }

  @Test func itChoosesByAnAbilityOverTheSectionAlone() {
    #expect(
      self.broken { $0.score = ScoreName("ss.all") }
        .contains("administer.B.adaptive.score: ss.all is no ability over section B alone")
    )
    #expect(
      self.broken { $0.stop.least = 2 }
        == ["administer.B.adaptive.stop.least: the section may end after 2 items and theta needs 3"]
    )
    #expect(
      findings(of: Self.rule, in: RuleDemos.adaptive) { definition in
        definition.sections.append(OpenDemo.section("X", "try", 1))
        definition.scores.append(
          ScoreDeclaration(
            name: ScoreName("raw"),
            kind: .sum(SumScore(sections: [SectionID("X"), SectionID("B")]))
          )
        )
      } == ["scores.raw.sum: raw sums the adaptive section B, of which each child is given other items"]
    )
  }

  @Test func itHasNoOtherOrder() {
    let found = findings(of: Self.rule, in: RuleDemos.adaptive) {
      $0.administer[0].ceiling = SectionAdministration.Ceiling(run: 3, of: [ResponseCode("I")])
    }
    #expect(
      found
        == ["administer.B.adaptive: section B is adaptive and has a start, a basal, a ceiling or a route too"]
    )
  }

  @Test func itCanComeToAnEnd() {
    let most = "administer.B.adaptive.stop.most: the section asks for at least 3 and at most"
    #expect(self.broken { $0.stop.most = 7 } == ["\(most) 7 of its 6 items"])
    #expect(self.broken { $0.stop.most = 2 } == ["\(most) 2 of its 6 items"])
    #expect(
      self.broken { $0.stop.standardError = 0 }
        == ["administer.B.adaptive.stop.se: the section stops at a standard error of 0.0"]
    )
    #expect(
      self.broken { $0.stop.clear = 90 } == ["administer.B.adaptive.stop.clear: the tier is clear at a level of 90.0"]
    )
    #expect(
      self.broken { $0.randomesque = 7 }
        == ["administer.B.adaptive.exposure.randomesque: the next item is drawn from the 7 best ones"]
    )
  }

  @Test func aTierIsClearOnlyWhereBandsAreCutOnTheAbility() {
    let found = findings(of: Self.rule, in: RuleDemos.adaptive) { definition in
      for index in definition.bands.indices { definition.bands[index].when = ScoreName("se") }
    }
    #expect(
      found == [
        "administer.B.adaptive.stop.clear: the section stops when the tier is clear, and no band is cut on theta"
      ]
    )
  }

  @Test func everyDomainHasItsShare() {
    #expect(
      self.broken { $0.content[0].domain = "sing" } == [
        "administer.B.adaptive.content: no item of bank.csv is of the domain 'sing'",
        "administer.B.adaptive.content: the domain 'talk' has no share",
      ]
    )
    #expect(
      self.broken { $0.content[0].share = 0.4 } == ["administer.B.adaptive.content: the shares add up to 0.9"]
    )
    #expect(self.broken { $0.content = [] } == [])
  }
}
