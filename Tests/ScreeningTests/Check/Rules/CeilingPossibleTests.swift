// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func aCeilingCanBeReachedByFailuresOnly() {
  let rule = "screener.ceiling-impossible"
  #expect(
    findings(of: rule) { $0.administer[0].ceiling?.run = 9 }
      == ["administer.U.ceiling.run: a ceiling of 9 in a row cannot be reached in the 8 items of U"]
  )
  #expect(findings(of: rule) { $0.administer[0].ceiling?.of = [] }.count == 1)
  #expect(
    findings(of: rule) { $0.administer[0].ceiling?.of = [ResponseCode("I"), ResponseCode("NA")] }
      == ["administer.U.ceiling.of: the ceiling counts NA, which is not worth 0 points"]
  )
  #expect(
    findings(of: rule) { $0.administer[0].ceiling?.of = [ResponseCode("C")] }
      == [
        "administer.U.ceiling.of: the ceiling counts C, which is not worth 0 points",
        "administer.U.ceiling.of: C counts towards the basal and the ceiling",
      ]
  )
}
