// SPDX-License-Identifier: Apache-2.0

import Glibc
import Screening
import Testing
import Vocabulary

@Suite struct WeightedLikelihoodTests {
  private let estimator = AbilityEstimator(.weightedLikelihood)

  @Test(arguments: CatRCase.all) func theEstimateIsThatOfCatR(_ golden: CatRCase) throws {
    let estimate = try #require(try self.estimator.estimate(golden.responses, in: golden.bank))
    #expect(isClose(estimate.theta, golden.wle.exact, within: 1e-11))
    #expect(isClose(estimate.standardError, golden.wle.exactError, within: 1e-11))
    // As near as the tolerance of R's uniroot lets catR come.
    #expect(abs(estimate.theta - golden.wle.theta) < 6.1e-5)
    // The definition of the standard error, at the very theta that catR found.
    let there = 1 / (golden.information(at: golden.wle.theta)).squareRoot()
    #expect(isClose(there, golden.wle.standardError, within: 1e-9))
    #expect(estimate.answered == golden.responses.count { $0 != nil })
  }

  @Test(arguments: [0, 1]) func anEvenPatternHasAnEstimate(_ score: Int) throws {
    let estimate = try #require(
      try self.estimator.estimate([Int?](repeating: score, count: 8), in: CatRCase.bank(.rasch)))
    #expect(estimate.bound == nil)
    #expect(abs(estimate.theta) < 4)
  }

  @Test func anEvenPatternBeyondTheRangeEndsAtIt() throws {
    let narrow = AbilityEstimator(.weightedLikelihood, range: AbilityRange(-1, 1))
    let best = try #require(try narrow.estimate([Int?](repeating: 1, count: 8), in: CatRCase.bank(.rasch)))
    #expect(best.theta == 1)
    #expect(best.bound == .highest)
    let worst = try #require(try narrow.estimate([Int?](repeating: 0, count: 8), in: CatRCase.bank(.rasch)))
    #expect(worst.theta == -1)
    #expect(worst.bound == .lowest)
  }

  /// With two categories the weighted likelihood is L·√I, which every ability can be tried for.
  @Test(arguments: [
    ([-2.0, -2.1, 2, 2.2], [1, 0, 1, 0]), ([-2, -2, 2, 2], [1, 1, 1, 0]), ([-3, 0, 0, 3], [0, 1, 0, 0]),
    ([-2.5, -2.4, 1.5, 2.8], [1, 0, 0, 1]), ([-3, -3, 0.5, 1], [1, 0, 1, 0]),
  ]) func ofSeveralPeaksTheHighestIsTaken(_ thresholds: [Double], _ scores: [Int]) throws {
    let items = thresholds.enumerated().map {
      BankItem(code: ItemCode("S\($0)"), discrimination: 6, thresholds: [$1])
    }
    let bank = ItemBank(model: .twoParameter, items: items)
    let height = { (theta: Double) in 0.5 * log(bank.information(at: theta)) }
    let slow = slowMaximum(of: scores, in: bank, from: -4, through: 4, step: 1 / 512, prior: height)
    let estimate = try #require(try self.estimator.estimate(scores, in: bank))
    #expect(abs(estimate.theta - slow) <= 1 / 512)
  }
}
