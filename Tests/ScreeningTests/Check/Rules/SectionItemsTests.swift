// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func sectionsHoldItemsAndScoresHoldSections() {
  let rule = "screener.empty"
  #expect(
    findings(of: rule) { $0.sections[1].items = [] } == ["sections[1].items: section E has 0 items"]
  )
  #expect(findings(of: rule) { $0.sections = [] }.first == "sections: there is no section")
  #expect(findings(of: rule) { $0.scores = [] } == ["scores: there is no score"])
  #expect(
    findings(of: rule) { $0.scores[0].kind = .sum(SumScore(sections: [SectionID("U"), SectionID("U")])) }
      == ["scores[\"raw.u\"].sum: raw.u sums no section, or one twice"]
  )
  #expect(
    findings(of: rule) { $0.scores[2].kind = .add(AddScore(scores: [])) }
      == ["scores[\"raw.all\"].add: raw.all adds no score, or one twice"]
  )
}
