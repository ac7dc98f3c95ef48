// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct SlowTwinTests {
  @Test(arguments: RandomChildren.Mix.allCases, 0..<30)
  func theFastScorerAgreesWithTheSlowOne(_ mix: RandomChildren.Mix, _ seed: Int) throws {
    var children = RandomChildren(seed: UInt64(seed))
    let definition = children.definition(mix)
    let screener = try PreparedScreener(definition)
    let slow = SlowScorer(definition: definition)
    for _ in 0..<40 {
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
      for score in result.scores { self.compare(score, expected, "\(score.name) at \(months): \(answers.byItem)") }
      #expect(result.band?.rawValue == expected.band)
      #expect(result.tier?.tier.rawValue == expected.tier)
      let raised = result.flags.compactMap { flag -> String? in
        flag.kind == .route ? flag.about : flag.kind == .unsure ? "unsure" : nil
      }
      #expect(Set(raised) == expected.raised, "\(months): \(answers.byItem)")
    }
  }

  private func compare(_ score: NamedScore, _ expected: SlowScorer.Outcome, _ place: String) {
    let name = score.name.rawValue
    switch score.value {
    case .interval(let low, let high):
      #expect(isClose(low, expected.intervals[name]?.0 ?? .nan, within: 1e-9), "\(place)")
      #expect(isClose(high, expected.intervals[name]?.1 ?? .nan, within: 1e-9), "\(place)")
    case .text(let text): #expect(text == expected.texts[name], "\(place)")
    case .points, .real: #expect(isClose(expected.numbers[name], score.number ?? .nan, within: 1e-9), "\(place)")
    case .absent:
      #expect(
        expected.numbers[name] == nil && expected.texts[name] == nil && expected.intervals[name] == nil, "\(place)")
    }
  }
}
