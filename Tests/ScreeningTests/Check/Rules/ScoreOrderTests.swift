// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func scoresAreMadeFromEarlierOnes() {
  let rule = "screener.score-order"
  #expect(
    findings(of: rule) { $0.scores.swapAt(2, 3) }
      == ["scores[\"z.all\"].of: z.all is made from raw.all, which comes after it"]
  )
  #expect(
    findings(of: rule) { $0.scores[2].kind = .add(AddScore(scores: [ScoreName("raw.all")])) }
      == ["scores[\"raw.all\"].add: raw.all is made from itself"]
  )
}
