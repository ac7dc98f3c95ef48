// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func noTierStandsBehindOthers() {
  let rule = "screener.tier-unreachable"
  #expect(
    findings(of: rule) { $0.tiers.swapAt(1, 2) }
      == ["tiers[2]: no child ever gets tier specialist by \"band = red and concern.slt\""]
  )
  #expect(
    findings(of: rule) { definition in
      definition.normsApply = nil
      definition.scores.removeAll { ["z.all", "ss.all"].contains($0.name.rawValue) }
    } == ["tiers[0]: no child ever gets tier review by \"not-normed\""]
  )
}

@Test func noFlagLeadsToATierForAChildWhoIsNotNormed() {
  #expect(
    findings(of: "screener.tier-unreachable", in: RuleDemos.routed) {
      $0.tiers.insert(
        TierRule(tier: TierName("urgent"), condition: .and(.notNormed, .flag("refer"))), at: 0)
    } == ["tiers[0]: no child ever gets tier urgent by \"not-normed and flag.refer\""]
  )
}
