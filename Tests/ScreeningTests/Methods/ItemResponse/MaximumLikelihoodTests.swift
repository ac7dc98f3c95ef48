// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct MaximumLikelihoodTests {
  private let estimator = AbilityEstimator(.maximumLikelihood)

  @Test(arguments: CatRCase.all) func theEstimateIsThatOfCatR(_ golden: CatRCase) throws {
    let estimate = try #require(try self.estimator.estimate(golden.responses, in: golden.bank))
    #expect(isClose(estimate.theta, golden.ml.exact, within: 1e-11))
    #expect(isClose(estimate.standardError, golden.ml.exactError, within: 1e-11))
    // As near as the tolerance of R's uniroot lets catR come.
    #expect(abs(estimate.theta - golden.ml.theta) < 6.1e-5)
    // The definition of the standard error, at the very theta that catR found.
    let there = 1 / (golden.information(at: golden.ml.theta)).squareRoot()
    #expect(isClose(there, golden.ml.standardError, within: 1e-9))
    #expect(estimate.answered == golden.responses.count { $0 != nil })
  }

  /// Person parameters of eRm 1.0-2 for the raw scores 1 to 5 on six items, with its item difficulties; its search ends
  /// some 10⁻⁶ before the root.
  @Test func theRaschEstimatesAreThoseOfERm() throws {
    let difficulties = [
      -1.350_105_251, -1.350_105_935_9, -0.076_526_396_498, 0.218_419_961_13, 1.055_373_472_9, 1.502_944_149_3,
    ]
    let bank = ItemBank(
      model: .rasch,
      items: difficulties.enumerated().map { BankItem(code: ItemCode("I\($0 + 1)"), thresholds: [$1]) })
    let expected = [-1.980_454_253_1, -0.880_731_949_83, 0.005_833_709_338_1, 0.886_266_880_39, 1.974_619_564_9]
    for (raw, theta) in zip(1..., expected) {
      let responses: [Int?] = (0..<6).map { $0 < raw ? 1 : 0 }
      let estimate = try #require(try self.estimator.estimate(responses, in: bank))
      #expect(isClose(estimate.theta, theta, within: 3e-6))
      #expect(estimate.bound == nil)
    }
  }

  @Test(arguments: [(0, AbilityEstimate.Bound.lowest, -4.0), (1, .highest, 4)])
  func anEvenPatternEndsAtTheRangeAndSaysSo(_ score: Int, _ bound: AbilityEstimate.Bound, _ theta: Double) throws {
    let estimate = try #require(
      try self.estimator.estimate([Int?](repeating: score, count: 8), in: CatRCase.bank(.rasch)))
    #expect(estimate.theta == theta)
    #expect(estimate.bound == bound)
  }

  @Test func aNarrowRangeIsNeverLeft() throws {
    let narrow = AbilityEstimator(.maximumLikelihood, range: AbilityRange(-0.5, 0.5))
    let able = try #require(try narrow.estimate([1, 1, 1, 1, 1, 0, 1, 0], in: CatRCase.bank(.rasch)))
    #expect(able.theta == 0.5)
    #expect(able.bound == .highest)
    let inside = try #require(try narrow.estimate([1, 0, 1, 1, 0, 1, 0, 0], in: CatRCase.bank(.rasch)))
    #expect(inside.bound == nil)
  }

  @Test(arguments: CatRCase.all) func noAbilityOnAGridIsMoreLikely(_ golden: CatRCase) throws {
    let slow = slowMaximum(of: golden.responses, in: golden.bank, from: -4, through: 4, step: 1 / 512) { _ in 0 }
    let estimate = try #require(try self.estimator.estimate(golden.responses, in: golden.bank))
    #expect(abs(estimate.theta - slow) <= 1 / 512)
  }
}
