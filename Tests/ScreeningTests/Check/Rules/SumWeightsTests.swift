// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func weightsAreWholeNumbersForTheItemsOfTheSum() {
  let rule = "screener.weight"
  func weighted(_ weights: [ItemCode: Int]) -> [String] {
    findings(of: rule) { $0.scores[0].kind = .sum(SumScore(sections: [SectionID("U")], weights: weights)) }
  }
  #expect(weighted([ItemCode("U1"): 2, ItemCode("U8"): 100]) == [])
  #expect(
    weighted([ItemCode("E1"): 2])
      == ["scores[\"raw.u\"].weights.E1: raw.u weights the item E1, which it does not sum"]
  )
  #expect(
    weighted([ItemCode("U2"): 101, ItemCode("U1"): 0])
      == ["scores[\"raw.u\"].weights.U1: U1 has the weight 0", "scores[\"raw.u\"].weights.U2: U2 has the weight 101"]
  )
}

@Test func aWeightedSumReachesFurther() {
  let found = findings(of: "screener.score-range") {
    $0.scores[0].kind = .sum(SumScore(sections: [SectionID("U")], weights: [ItemCode("U1"): 3]))
  }
  #expect(found == ["scores[\"raw.all\"].range: raw.all is stated as 0 to 20 and can be 0 to 22"])
}
