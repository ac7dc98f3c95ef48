// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Made-up children and screeners, the same for the same seed.
struct RandomChildren {
  var random: SeededGenerator

  init(seed: UInt64) { self.random = SeededGenerator(seed: seed) }

  /// The worked example with other runs, starts, allowances and reversed items; always sound.
  mutating func definition() -> ScreenerDefinition {
    var definition = OpenDemo.definition
    definition.administer[0].start[1].at = ItemCode("U\(1 + self.random.below(5))")
    definition.administer[0].basal?.run = 1 + self.random.below(4)
    definition.administer[0].ceiling?.run = 1 + self.random.below(5)
    if self.random.below(4) == 0 { definition.administer[0].ceiling = nil }
    let allow = self.random.below(4)
    definition.scores[1].kind = .sum(
      SumScore(
        sections: [SectionID("E")],
        missing: SumScore.Missing(allow: allow, rule: allow > 0 ? .prorate : nil)
      )
    )
    let allowU = self.random.below(3)
    definition.scores[0].kind = .sum(
      SumScore(
        sections: [SectionID("U")],
        missing: SumScore.Missing(allow: allowU, rule: allowU > 0 ? .prorate : nil)
      )
    )
    for index in definition.sections[1].items.indices {
      definition.sections[1].items[index].reverse = self.random.below(5) == 0
    }
    return definition
  }

  /// Each item blank, or any of its codes; able children and others.
  mutating func answers(to definition: ScreenerDefinition) -> ScreeningAnswers {
    var answers = ScreeningAnswers()
    let ability = self.random.below(10)
    let blanks = self.random.below(3) == 0 ? 6 : 60
    for section in definition.sections {
      let codes = definition.responses.first { $0.id == section.use }?.options.map(\.code) ?? []
      for item in section.items where self.random.below(blanks) > 0 {
        let isAble = self.random.below(10) < ability
        let last = codes.count - 1
        answers[item.code] =
          isAble ? codes[0] : codes[self.random.below(30) == 0 ? last : 1 + self.random.below(last - last / 3)]
      }
    }
    return answers
  }

  mutating func context() -> ScreeningContext {
    OpenDemo.child(
      months: 34 + self.random.below(40),
      languages: self.random.below(5) == 0 ? ["PAN"] : ["ENG"],
      concerns: self.random.below(4) == 0 ? [.slt] : []
    )
  }
}
