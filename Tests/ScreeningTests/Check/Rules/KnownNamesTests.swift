// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func everyNameThatIsUsedIsDefined() {
  let rule = "screener.unknown-name"
  #expect(
    findings(of: rule) { $0.sections[0].use = ResponseSetID("yesno") }
      == ["sections[0].use: there is no response set yesno"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].section = SectionID("X") } == [
      "administer.X: there is no section X"
    ]
  )
  #expect(
    findings(of: rule) { $0.administer[0].start[1].at = ItemCode("U9") }
      == ["administer.U.start[1].at: there is no item of section U U9"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].basal?.of = [ResponseCode("ALW")] }
      == ["administer.U.basal.of: there is no response of try ALW"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].ceiling?.of = [ResponseCode("X")] }
      == ["administer.U.ceiling.of: there is no response of try X"]
  )
  #expect(
    findings(of: rule) { $0.scores[0].kind = .sum(SumScore(sections: [SectionID("Q")])) }
      == ["scores[\"raw.u\"].sum: there is no section Q"]
  )
  #expect(
    findings(of: rule) { $0.scores[3].kind = .lms(LMSScore(norms: NormsID("boys"), of: ScoreName("raw.x"))) }
      == [
        "scores[\"z.all\"].of: there is no score raw.x", "scores[\"z.all\"].lms: there is no norm table boys",
      ]
  )
  #expect(
    findings(of: rule) { definition in
      for index in definition.bands.indices { definition.bands[index].when = ScoreName("ss.x") }
    } == (0..<3).map { "bands[\($0)].when: there is no score ss.x" }
  )
  #expect(
    findings(of: rule) { $0.tiers[3].condition = .bandIn([BandID("blue"), BandID("green")]) }
      == ["tiers[3].if: there is no band blue"]
  )
}

@Test func namesInRoutesTablesAndBanksAreDefined() {
  let rule = "screener.unknown-name"
  #expect(
    findings(of: rule, in: RuleDemos.routed) { $0.route?.sections[0] = SectionID("S9") } == [
      "route.sections[0]: there is no section S9", "route.cuts.S1: there is no section of the route S1",
    ]
  )
  #expect(
    findings(of: rule, in: RuleDemos.routed) { $0.tiers[1].condition = .flag("reefer") }
      == ["tiers[1].if: there is no flag reefer"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.routed) { $0.tiers[1].condition = .flag("unsure") }
      == ["tiers[1].if: there is no flag unsure"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.adaptive) { $0.administer[0].adaptive?.score = ScoreName("eta") }
      == ["administer.B.adaptive.score: there is no score eta"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.adaptive) { $0.banks[0].rows[1].code = ItemCode("B9") }
      == ["banks.bank.rows[1]: the bank bank has an item B9, and no section has"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.adaptive) { $0.banks[0].id = BankID("other") }
      == ["scores.theta.irt: there is no item bank bank"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.lookedUp) { $0.lookups[0].id = NormsID("other") }
      == ["scores[\"ss.all\"].lookup: there is no lookup table table"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.adaptive) {
      $0.scores[1].kind = .abilityError(AbilityErrorScore(of: ScoreName("eta")))
    } == ["scores.se.se: there is no score eta"]
  )
  let interval = ObservedScoreInterval(of: ScoreName("ss.all"), error: .ability(ScoreName("se.x")), level: 0.9)
  #expect(
    findings(of: rule, in: RuleDemos.with("ci", .observed(interval))) == ["scores.ci.se: there is no score se.x"]
  )
}

@Test func tablesMayWaitForTheHoldersFileAndAnItemBankMayNot() {
  let rule = "screener.unknown-name"
  #expect(
    findings(of: rule, in: RuleDemos.lookedUp) { definition in
      definition.lookups = []
      definition.licence.needs = ["norms"]
    } == []
  )
  #expect(
    findings(of: rule) { definition in
      definition.norms = []
      definition.licence.needs = ["norms"]
    } == []
  )
  #expect(
    findings(of: rule, in: RuleDemos.adaptive) { definition in
      definition.banks = []
      definition.licence.needs = ["norms"]
    } == ["scores.theta.irt: there is no item bank bank"]
  )
}
