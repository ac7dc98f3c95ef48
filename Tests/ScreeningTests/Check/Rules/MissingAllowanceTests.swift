// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func missingItemsHaveARule() {
  let rule = "screener.missing-rule"
  func with(_ missing: SumScore.Missing) -> [String] {
    findings(of: rule) { $0.scores[1].kind = .sum(SumScore(sections: [SectionID("E")], missing: missing)) }
  }
  #expect(
    with(SumScore.Missing(allow: 1))
      == ["scores[\"raw.e\"].missing.rule: raw.e allows missing items without saying what they count"]
  )
  #expect(
    with(SumScore.Missing(allow: 6, rule: .prorate))
      == ["scores[\"raw.e\"].missing.allow: raw.e allows 6 of its 6 items to be missing"]
  )
  #expect(
    with(SumScore.Missing(allow: 0, rule: .prorate))
      == ["scores[\"raw.e\"].missing.rule: raw.e has a rule for missing items and allows none"]
  )
  #expect(with(SumScore.Missing(allow: -1)).count == 1)
  #expect(with(SumScore.Missing(allow: 5, rule: .prorate)) == [])
}

@Test func aMeanLeavesAtLeastOneItem() {
  let rule = "screener.missing-rule"
  func allowing(_ allow: Int) -> [String] {
    findings(of: rule, in: RuleDemos.with("m", .mean(MeanScore(sections: [SectionID("E")], allow: allow))))
  }
  #expect(allowing(5) == [])
  #expect(allowing(6) == ["scores.m.missing.allow: m allows 6 of its 6 items to be missing"])
  #expect(allowing(-1).count == 1)
}
