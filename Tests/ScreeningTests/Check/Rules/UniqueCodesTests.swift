// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func everyCodeIsUnique() {
  let rule = "screener.duplicate-code"
  #expect(
    findings(of: rule) { $0.sections[1].items[2].code = ItemCode("U3") }
      == ["sections[1].items.U3: the item U3 is defined twice"]
  )
  #expect(
    findings(of: rule) { $0.sections[1].id = SectionID("U") } == [
      "sections[1].id: the section U is defined twice"
    ]
  )
  #expect(
    findings(of: rule) { $0.responses[1].options[2].code = ResponseCode("I") }
      == ["responses.try.I: the response I is defined twice"]
  )
  #expect(
    findings(of: rule) { $0.responses[0].id = ResponseSetID("try") }
      == ["responses.try: the response set try is defined twice"]
  )
  #expect(
    findings(of: rule) { $0.scores[1].name = ScoreName("raw.u") }
      == ["scores[\"raw.u\"]: the score raw.u is defined twice"]
  )
  #expect(
    findings(of: rule) { $0.bands[2].id = BandID("red") } == ["bands[2].id: the band red is defined twice"]
  )
  #expect(
    findings(of: rule) { $0.norms.append($0.norms[0]) } == ["norms.all: the norm table all is defined twice"]
  )
  #expect(
    findings(of: rule) { $0.administer.append($0.administer[0]) }
      == ["administer.U: the administration of section U is defined twice"]
  )
}

@Test func everyNameOfARouteAndABankIsUnique() {
  let rule = "screener.duplicate-code"
  #expect(
    findings(of: rule, in: RuleDemos.routed) { $0.route?.sections[2] = SectionID("S1") }
      == ["route.sections[2]: the section of the route S1 is defined twice"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.routed) { $0.route?.colours[1] = "red" }
      == ["route.colours[1]: the colour red is defined twice"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.routed) {
      $0.route?.flags.append(SectionRoute.Flag(sign: .redAtOwnAge, name: "again"))
    } == ["route.flags.red-at-own-age: the sign red-at-own-age is defined twice"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.adaptive) { $0.banks.append($0.banks[0]) }
      == ["banks.bank: the item bank bank is defined twice"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.lookedUp) { $0.lookups.append($0.lookups[0]) }
      == ["norms.table: the norm table table is defined twice"]
  )
}
