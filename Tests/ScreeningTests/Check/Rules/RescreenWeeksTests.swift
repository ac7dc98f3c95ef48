// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func aChildIsNotSeenAgainTooSoon() {
  let rule = "screener.rescreen"
  #expect(
    findings(of: rule) { $0.rescreen?.afterWeeks = 5 }
      == ["rescreen.after-weeks: a child is seen again after 5 weeks, with a gap of at least 6"]
  )
  #expect(findings(of: rule) { $0.rescreen = nil } == [])
}
