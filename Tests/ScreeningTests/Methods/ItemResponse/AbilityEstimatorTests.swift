// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct AbilityEstimatorTests {
  @Test(arguments: AbilityEstimator.Method.allCases)
  func withoutAnAnswerThereIsNoEstimate(_ method: AbilityEstimator.Method) throws {
    let none = [Int?](repeating: nil, count: 8)
    #expect(try AbilityEstimator(method).estimate(none, in: CatRCase.bank(.rasch)) == nil)
  }

  @Test(
    arguments: [
      ([1, 0], "bank.response-count"), ([2, 0, 0, 0, 0, 0, 0, 0], "bank.score-outside"),
      ([-1, 0, 0, 0, 0, 0, 0, 0], "bank.score-outside"), ([], "bank.response-count"),
    ] as [([Int?], String)]) func responsesThatAreNotTheBanksAreRefused(_ responses: [Int?], _ code: String) throws
  {
    let fault = #expect(throws: Fault.self) {
      try AbilityEstimator(.expectedAPosteriori).estimate(responses, in: CatRCase.bank(.rasch))
    }
    #expect(fault?.code.name == code)
    #expect(fault?.hint != nil)
  }

  @Test(arguments: AbilityEstimator.Method.allCases)
  func nothingIsEstimatedFromAnUnsoundBank(_ method: AbilityEstimator.Method) throws {
    let bank = ItemBank(model: .graded, items: [BankItem(code: ItemCode("A"), thresholds: [1, 0])])
    let fault = #expect(throws: Fault.self) { try AbilityEstimator(method).estimate([1], in: bank) }
    #expect(fault?.code == .unsoundBank)
    #expect(fault?.place == "A")
  }

  @Test(arguments: [
    AbilityEstimator(.maximumLikelihood, range: AbilityRange(4, -4)),
    AbilityEstimator(.maximumLikelihood, range: AbilityRange(0, 0)),
    AbilityEstimator(.maximumLikelihood, range: AbilityRange(-4, .infinity)),
    AbilityEstimator(.maximumLikelihood, range: AbilityRange(.nan, 4)),
    AbilityEstimator(.maximumAPosteriori, prior: AbilityPrior(mean: 0, sd: 0)),
    AbilityEstimator(.maximumAPosteriori, prior: AbilityPrior(mean: .nan, sd: 1)),
    AbilityEstimator(.expectedAPosteriori, gridPoints: 2),
    AbilityEstimator(.expectedAPosteriori, gridPoints: 10_001),
  ]) func anUnsoundEstimatorSaysWhatIsWrong(_ estimator: AbilityEstimator) throws {
    #expect(estimator.problems.count == 1)
    let fault = #expect(throws: Fault.self) {
      try estimator.estimate([1, 1, 1, 0, 0, 0, 0, 0], in: CatRCase.bank(.rasch))
    }
    #expect(fault?.code == .unsoundEstimator)
  }

  @Test(arguments: AbilityEstimator.Method.allCases)
  func theExtremesOfWhatABankMayHoldGiveNumbers(_ method: AbilityEstimator.Method) throws {
    let bank = ItemBank(
      model: .graded, scaling: 100,
      items: [
        BankItem(code: ItemCode("A"), discrimination: 100, thresholds: [-100, 0, 0.000_001, 100]),
        BankItem(code: ItemCode("B"), discrimination: 0.01, thresholds: [-100]),
      ])
    #expect(bank.problems.isEmpty)
    let wide = AbilityEstimator(method, range: AbilityRange(-100, 100))
    for responses in [[0, 0], [1, 1], [2, 0], [3, 1], [4, 1]] {
      let estimate = try #require(try wide.estimate(responses, in: bank))
      #expect(estimate.theta >= -100 && estimate.theta <= 100)
      #expect(estimate.standardError >= 0)
    }
  }

  /// The child whose ability is known a million times over: the estimates lie about it, as far as they say.
  @Test(arguments: AbilityEstimator.Method.allCases)
  func theStandardErrorIsTheSpreadOfTheEstimates(_ method: AbilityEstimator.Method) throws {
    var random = SeededGenerator(seed: 20_261_121)
    let items = (0..<60).map {
      BankItem(
        code: ItemCode("R\($0)"), discrimination: 0.8 + random.unit(), thresholds: [random.unit() * 4 - 2])
    }
    let bank = ItemBank(model: .twoParameter, items: items)
    let truth = 0.3
    let estimates = try (0..<400).compactMap { _ in
      let responses: [Int?] = bank.curves.map { random.unit() < $0.probabilities(at: truth)[1] ? 1 : 0 }
      return try AbilityEstimator(method).estimate(responses, in: bank)
    }
    let mean = estimates.reduce(0) { $0 + $1.theta } / 400
    let spread = (estimates.reduce(0) { $0 + ($1.theta - mean) * ($1.theta - mean) } / 399).squareRoot()
    let told = estimates.reduce(0) { $0 + $1.standardError } / 400
    #expect(abs(mean - truth) < 0.06)
    #expect(abs(spread / told - 1) < 0.15)
  }

  @Test func anIntervalLiesZStandardErrorsAboutTheta() throws {
    let estimate = AbilityEstimate(theta: -0.5, standardError: 0.4, answered: 9)
    let interval = try #require(estimate.interval(level: 0.95))
    #expect(isClose(interval.low, -1.283_985_594, within: 1e-9))
    #expect(isClose(interval.high, 0.283_985_594, within: 1e-9))
    #expect(estimate.interval(level: 1) == nil)
  }
}
