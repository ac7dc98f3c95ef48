// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func aReversedItemHasNoBasalOrCeilingAroundIt() {
  let rule = "screener.reverse"
  #expect(
    findings(of: rule) { $0.sections[0].items[3].reverse = true }
      == ["sections[0].items.U4: the reversed item U4 is in section U, which has a basal or a ceiling"]
  )
  #expect(findings(of: rule) { $0.sections[1].items[3].reverse = true } == [])
}
