// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct SlowTwinTests {
  @Test(arguments: 0..<40) func theFastScorerAgreesWithTheSlowOne(_ seed: Int) throws {
    var children = RandomChildren(seed: UInt64(seed))
    let definition = children.definition()
    let screener = try PreparedScreener(definition)
    let slow = SlowScorer(definition: definition)
    for _ in 0..<50 {
      var answers = children.answers(to: definition)
      if children.random.below(8) == 0 {
        for item in answers.items { answers.setLanguage(children.random.below(2) == 0 ? "PAN" : "ENG", of: item) }
      }
      let context = children.context()
      let result = try screener.score(answers, in: context)
      let months = try #require(result.age?.months)
      let expected = slow.outcome(
        answers,
        months: months,
        languages: context.homeLanguages,
        concerns: context.concerns
      )
      for score in result.scores {
        if case .interval(let low, let high) = score.value {
          #expect(isClose(low, expected.interval?.0 ?? .nan, within: 1e-9), "\(answers.byItem)")
          #expect(isClose(high, expected.interval?.1 ?? .nan, within: 1e-9), "\(answers.byItem)")
        } else if let number = score.number {
          let other = expected.numbers[score.name.rawValue]
          #expect(isClose(other, number, within: 1e-9), "\(score.name) at \(months): \(answers.byItem)")
        } else {
          #expect(
            expected.numbers[score.name.rawValue] == nil,
            "\(score.name) at \(months): \(answers.byItem)"
          )
        }
      }
      #expect(result.band?.rawValue == expected.band)
      #expect(result.tier?.tier.rawValue == expected.tier)
    }
  }
}
