// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func everySectionOfARouteHasCutsThatItsPointsReach() {
  let rule = "screener.route-cut"
  let routed = RuleDemos.routed
  func cut(_ points: [Int]) -> [String] {
    findings(of: rule, in: routed) { $0.route?.cuts[1].points = points }
  }
  #expect(cut([1, 10]) == [])
  #expect(
    cut([8, 4]) == ["route.cuts.S2: section S2 has the cuts [8, 4], 3 colours and 0 to 10 points"]
  )
  #expect(cut([4]) == ["route.cuts.S2: section S2 has the cuts [4], 3 colours and 0 to 10 points"])
  #expect(cut([4, 4]).count == 1)
  #expect(cut([0, 4]).count == 1)
  #expect(cut([4, 11]).count == 1)
  #expect(
    findings(of: rule, in: routed) { $0.route?.cuts.remove(at: 1) } == ["route.cuts: section S2 has no cuts"]
  )
}

@Test func aRouteWaitsForItsCutsWhereTheHolderSuppliesThem() {
  let found = findings(of: "screener.route-cut", in: RuleDemos.routed) { definition in
    definition.route?.cuts = []
    definition.licence.needs = ["cuts"]
  }
  #expect(found == [])
}
