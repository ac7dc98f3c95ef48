// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Made-up banks and children who answer as the model says, the same for the same seed.
struct AdaptiveChildren {
  var random: SeededGenerator

  init(seed: UInt64) { self.random = SeededGenerator(seed: seed) }

  mutating func bank(_ model: ItemBank.Model, items: Int, domains: [String] = []) -> ItemBank {
    ItemBank(
      model: model,
      items: (0..<items).map { index in
        let lowest = self.random.unit() * 5 - 2.5
        let steps = model == .graded ? 1 + self.random.below(4) : 1
        return BankItem(
          code: ItemCode("M\(index)"), discrimination: model == .rasch ? 1 : 0.6 + 1.4 * self.random.unit(),
          thresholds: (0..<steps).map { lowest + Double($0) * 0.7 },
          domain: domains.isEmpty ? nil : domains[index % domains.count])
      })
  }

  /// From −2 to 2.
  mutating func ability() -> Double { self.random.unit() * 4 - 2 }

  /// A score on every item.
  mutating func scores(of ability: Double, on bank: ItemBank) -> [Int] {
    bank.curves.map { curve in
      var left = self.random.unit()
      let probabilities = curve.probabilities(at: ability)
      for (score, probability) in probabilities.enumerated() {
        left -= probability
        if left < 0 { return score }
      }
      return probabilities.count - 1
    }
  }
}

extension AdaptiveTest {
  /// Asks a child whose score on every item is known, until the end.
  func run(on scores: [Int]) throws -> (answers: [AdaptiveAnswer], end: AdaptiveStep) {
    var answers: [AdaptiveAnswer] = []
    while true {
      let step = try self.next(after: answers)
      guard case .ask(let position, _, _) = step else { return (answers, step) }
      answers.append(AdaptiveAnswer(position: position, score: scores[position]))
    }
  }
}
