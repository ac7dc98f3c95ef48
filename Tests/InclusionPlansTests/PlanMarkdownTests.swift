// SPDX-License-Identifier: Apache-2.0

import Foundation
import InclusionPlans
import Testing
import Vocabulary

@Suite struct PlanMarkdown {
  @Test func theHeadingsSayThatTheyAreProposed() throws {
    let markdown = try MadeUpPlan.plan().markdown
    #expect(markdown.contains("proposed headings, not the national template"))
    #expect(markdown.contains("\n## 12 Delivery plan and risks\n"))
    #expect(markdown.contains("**Synthetic: a made-up area and made-up children.**"))
  }

  @Test(arguments: EvidenceKind.allCases)
  func evidenceBringsItsFixedWordingWithIt(_ kind: EvidenceKind) throws {
    var plan = try MadeUpPlan.plan()
    try plan.pull(
      MadeUpPlan.request("figures", section: 5, kind: kind),
      id: EvidenceID("e"),
      by: "Lead",
      at: MadeUpPlan.instant,
      hashing: MadeUpPlan.hashing
    )
    let markdown = plan.markdown
    let start = try #require(markdown.range(of: "## 5 "))
    let end = try #require(markdown.range(of: "## 6 "))
    let section = String(markdown[start.lowerBound..<end.lowerBound])
    for wording in FixedWording.allCases {
      #expect(section.contains(wording.text) == (wording == FixedWording(for: kind)))
    }
  }

  @Test func onlyEvidenceThatStandsIsPrintedWithItsHash() throws {
    var plan = try MadeUpPlan.plan()
    for (id, content) in [("e1", "first figures"), ("e2", "later figures")] {
      try plan.pull(
        MadeUpPlan.request(content),
        id: EvidenceID(id),
        by: "Lead",
        at: MadeUpPlan.instant,
        hashing: MadeUpPlan.hashing
      )
    }
    #expect(plan.markdown.contains("first figures") && !plan.markdown.contains("later figures"))
    #expect(plan.markdown.contains(plan.evidence[0].sha256.description))
  }

  @Test func theWordingIsWordForWord() {
    #expect(
      FixedWording.screening.text
        == "A screening result is not a diagnosis and does not decide SEN support or an EHC assessment."
    )
    #expect(
      FixedWording.lists.text
        == "This list is advisory. It does not guarantee a place, and you may ask for any school or college the law"
        + " allows (section 38, Children and Families Act 2014)."
    )
    #expect(
      FixedWording.mediation.text
        == "Mediation is voluntary. Choosing not to mediate does not affect your right to appeal."
    )
    #expect(
      FixedWording.standards.text
        == "These expectations do not replace the law on support for children with SEND."
    )
    #expect(
      FixedWording.bands.text
        == "Provision follows need and is set out in the plan; a band is a funding description."
    )
    #expect(FixedWording.dashboard.text == "Being ranked higher or lower is not by itself better or worse.")
  }
}
