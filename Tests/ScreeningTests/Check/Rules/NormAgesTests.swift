// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func normsRiseInAgeAndCoverTheScreener() {
  let rule = "screener.norm-age"
  #expect(
    findings(of: rule) { $0.norms[0].rows.removeLast() }
      == ["norms.all: demo-total.lms.csv covers 36 to 66 months, the screener is for 36 to 71"]
  )
  #expect(
    findings(of: rule) { $0.norms[0].rows.removeFirst() }
      == ["norms.all: demo-total.lms.csv covers 42 to 72 months, the screener is for 36 to 71"]
  )
  #expect(
    findings(of: rule) { $0.norms[0].rows.swapAt(2, 3) }
      == ["norms.all.rows[3]: age 48 follows age 54 in demo-total.lms.csv"]
  )
  #expect(
    findings(of: rule) { $0.norms[0].rows = [] } == ["norms.all: demo-total.lms.csv has no rows"]
  )
}
