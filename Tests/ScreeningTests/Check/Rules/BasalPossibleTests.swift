// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func aBasalCanBeFound() {
  let rule = "screener.basal-impossible"
  #expect(
    findings(of: rule) { $0.administer[0].basal?.run = 9 }
      == ["administer.U.basal.run: a basal of 9 in a row cannot be found in the 8 items of U"]
  )
  #expect(findings(of: rule) { $0.administer[0].basal?.run = 0 }.count == 1)
  #expect(
    findings(of: rule) { $0.administer[0].start[1].at = ItemCode("U8") }
      == ["administer.U.start[1].at: from U8 only 1 items are left for a basal of 2"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].basal?.of = [ResponseCode("C"), ResponseCode("NA")] }
      == ["administer.U.basal.of: the basal counts NA, which means unanswered"]
  )
}
