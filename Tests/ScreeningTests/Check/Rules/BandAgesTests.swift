// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func theAgesOfABandLieWithinTheScreeners() {
  let rule = "screener.band-age"
  #expect(
    findings(of: rule) { $0.bands[1].ages = InclusiveRange(30, 50) }
      == ["bands[1].ages: band amber is for 30 to 50 months, the screener for 36 to 71"]
  )
  #expect(
    findings(of: rule) { $0.bands[1].ages = InclusiveRange(50, 40) }
      == ["bands[1].ages: band amber is for 50 to 40 months, the screener for 36 to 71"]
  )
  #expect(findings(of: rule) { $0.bands[1].ages = InclusiveRange(36, 71) } == [])
}
