// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func mediansAndSpreadsAreAboveZero() {
  let rule = "screener.norm-value"
  #expect(
    findings(of: rule) { $0.norms[0].rows[1].s = 0 }
      == ["norms.all.rows[1]: at 42 months demo-total.lms.csv has L 1.05, M 11.2, S 0.0"]
  )
  #expect(findings(of: rule) { $0.norms[0].rows[1].m = -1 }.count == 1)
  #expect(findings(of: rule) { $0.norms[0].rows[1].l = .nan }.count == 1)
}
