// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func nothingIsDefinedAndLeftOut() {
  let found = findings(of: "screener.unused") { definition in
    definition.sections.append(OpenDemo.section("X", "try", 2))
    definition.responses.append(OpenDemo.responses("yesno", [("Y", 1), ("N", 0)]))
    var norms = definition.norms[0]
    norms.id = NormsID("boys")
    definition.norms.append(norms)
  }
  #expect(
    found == [
      "sections[2]: no score sums section X", "norms.boys: no score reads the norm table boys",
      "responses.yesno: no section uses the response set yesno",
    ]
  )
}

@Test func noBankTableOrRouteIsLeftOut() {
  let rule = "screener.unused"
  #expect(
    findings(of: rule, in: RuleDemos.adaptive) { definition in
      definition.banks.append(definition.banks[0])
      definition.banks[1].id = BankID("second")
    } == ["banks.second: no score reads the item bank second"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.lookedUp) { definition in
      definition.lookups.append(definition.lookups[0])
      definition.lookups[1].id = NormsID("second")
    } == ["norms.second: no score reads the norm table second"]
  )
  #expect(
    findings(of: rule, in: RuleDemos.routed) { $0.scores = [] } == [
      "sections[0]: no score sums section S1", "sections[1]: no score sums section S2",
      "sections[2]: no score sums section S3", "route: no score tells where the route led",
    ]
  )
}
