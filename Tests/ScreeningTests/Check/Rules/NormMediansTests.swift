// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func mediansRiseWhereAnAgeIsReadFromThem() {
  let rule = "screener.norm-median"
  #expect(
    findings(of: rule) { $0.norms[0].rows[4].m = 14.7 } == [
      "norms.all.rows[4]: the median falls or stays at 14.7 at 60 months, and ae.all reads an age from it"
    ]
  )
  #expect(
    findings(of: rule) { definition in
      definition.norms[0].rows[4].m = 14.7
      definition.scores.removeAll { $0.name.rawValue == "ae.all" }
    } == []
  )
}
