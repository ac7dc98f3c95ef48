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
