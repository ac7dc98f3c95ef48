// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func everyBandHoldsAPossibleScore() {
  let found = findings(of: "screener.band-unreachable") {
    $0.bands.append(ScoreBand(id: BandID("blue"), when: ScoreName("ss.all"), from: 150))
  }
  #expect(found == ["bands[3]: no child can get a ss.all in band blue"])
}
