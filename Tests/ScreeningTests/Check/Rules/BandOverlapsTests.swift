// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func aScoreWithTwoBandsIsNamed() {
  let rule = "screener.band-overlap"
  #expect(
    findings(of: rule) { $0.bands[1].below = 92 } == ["bands[2]: ss.all 90 to 91 is both amber and green"]
  )
  #expect(
    findings(of: rule) { $0.bands[1].from = nil } == ["bands[1]: ss.all 55 to 81 is both red and amber"]
  )
}
