// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func aPretermCorrectionCanApply() {
  let found = findings(of: "screener.preterm") {
    $0.age.preterm = AgePolicy.PretermCorrection(weeksBelow: 370, untilMonths: 0)
  }
  #expect(
    found == [
      "age.preterm.correct-if-weeks-below: children born before 370 weeks are corrected",
      "age.preterm.until-months: the correction ends at 0 months",
    ]
  )
}
