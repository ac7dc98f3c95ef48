// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func everyItemCanComeUp() {
  let rule = "screener.item-unreachable"
  #expect(
    findings(of: rule) { $0.administer[0].basal = nil }
      == ["administer.U.start: U1, U2 below the start at U3 have no points without a basal"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].basal?.creditBelow = false }
      == ["administer.U.basal.credit-below: U1, U2 below the start at U3 get no points"]
  )
  #expect(
    findings(of: rule) { definition in
      definition.administer[0].basal?.reverse = false
      definition.administer[0].start[0].at = ItemCode("U2")
    } == [
      "administer.U.start: no child is ever given U1",
      "administer.U.basal.reverse: a child who misses the basal from U3 is never given U1, U2",
    ]
  )
  #expect(
    findings(of: rule) { definition in
      definition.administer[0].start = []
      definition.administer[0].basal = nil
    } == []
  )
}
