// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func theStatedRangeIsTheRealOne() {
  let found = findings(of: "screener.score-range") { definition in
    definition.sections[0].items.removeLast()
  }
  #expect(found == ["scores[\"raw.all\"].range: raw.all is stated as 0 to 20 and can be 0 to 19"])
}
