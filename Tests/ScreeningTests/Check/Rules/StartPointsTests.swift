// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func everyMonthHasOneStartPoint() {
  let rule = "screener.start-age"
  #expect(
    findings(of: rule) { $0.administer[0].start[1].ages = InclusiveRange(50, 71) }
      == ["administer.U.start: section U has no start between 48 to 49 months"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].start[1].ages = InclusiveRange(47, 71) }
      == ["administer.U.start[1].ages: section U has two starts at 47 months"]
  )
  #expect(findings(of: rule) { $0.administer[0].start = [] } == [])
}
