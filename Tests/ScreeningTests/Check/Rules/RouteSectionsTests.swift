// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func aRouteLeadsEveryChildSomewhere() {
  let rule = "screener.route"
  let routed = RuleDemos.routed
  #expect(
    findings(of: rule, in: routed) { definition in
      definition.route?.sections = [SectionID("S3")]
      definition.sections[2].ages = InclusiveRange(36, 71)
    } == ["route.sections: the route has 1 sections"]
  )
  #expect(
    findings(of: rule, in: routed) { $0.route?.colours = ["green"] }
      == ["route.colours: the route has 1 colours"]
  )
  #expect(
    findings(of: rule, in: routed) { $0.sections[1].ages = InclusiveRange(48, 58) }
      == ["sections[2].ages: section S3 is for 60 to 71 months and follows 48 to 58"]
  )
  #expect(
    findings(of: rule, in: routed) { $0.sections[1].ages = InclusiveRange(47, 59) }
      == ["sections[1].ages: section S2 is for 47 to 59 months and follows 36 to 47"]
  )
  #expect(
    findings(of: rule, in: routed) { $0.route?.sections.swapAt(0, 1) }.first
      == "sections[0].ages: section S1 is for 36 to 47 months and follows 48 to 59"
  )
  #expect(
    findings(of: rule, in: routed) { $0.route?.sections.removeFirst() }
      == ["route.sections: the route is for 48 to 71 months, the screener for 36 to 71"]
  )
  #expect(
    findings(of: rule, in: routed) { definition in
      definition.route?.colours = ["amber", "green"]
      definition.route?.flags.append(SectionRoute.Flag(sign: .twoAmberRunning, name: "twice"))
    } == ["route.flags.two-amber-running: two amber running needs three colours, and there are 2"]
  )
}
