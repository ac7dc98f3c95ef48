// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Test func everyBandReachesATier() {
  let rule = "screener.tier-missing"
  #expect(
    findings(of: rule) { $0.tiers.remove(at: 0) } == ["tiers: a child with not-normed gets no tier"]
  )
  #expect(
    findings(of: rule) { $0.tiers.removeLast() } == ["tiers: a child with band = green gets no tier"]
  )
  #expect(
    findings(of: rule) { definition in
      definition.tiers[3].condition = .and(definition.tiers[3].condition, .not(.concern(.slt)))
    } == ["tiers: a child with band = green and concern.slt gets no tier"]
  )
}
