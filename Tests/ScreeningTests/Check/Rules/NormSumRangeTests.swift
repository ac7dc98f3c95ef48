// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func everySumHasAZScore() {
  let rule = "screener.norm-sum"
  #expect(
    findings(of: rule) { $0.norms[0].rows[6].l = 0 }
      == ["scores[\"z.all\"].lms: raw.all can be 0, and at 72 months L is 0.0: 0 has no z score"]
  )
  #expect(
    findings(of: rule) { $0.responses[0].options[2].value = .points(-1) }
      == ["scores[\"z.all\"].of: raw.all can be -6, and an LMS table norms no negative number"]
  )
}
