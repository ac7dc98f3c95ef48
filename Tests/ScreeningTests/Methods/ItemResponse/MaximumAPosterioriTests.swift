// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct MaximumAPosterioriTests {
  private let estimator = AbilityEstimator(.maximumAPosteriori)

  @Test(arguments: CatRCase.all) func theEstimateIsThatOfCatR(_ golden: CatRCase) throws {
    let estimate = try #require(try self.estimator.estimate(golden.responses, in: golden.bank))
    #expect(isClose(estimate.theta, golden.map.exact, within: 1e-11))
    #expect(isClose(estimate.standardError, golden.map.exactError, within: 1e-11))
    // As near as the tolerance of R's uniroot lets catR come.
    #expect(abs(estimate.theta - golden.map.theta) < 6.1e-5)
    // The definition of the standard error, at the very theta that catR found.
    let there = 1 / (golden.information(at: golden.map.theta) + 1).squareRoot()
    #expect(isClose(there, golden.map.standardError, within: 1e-9))
    #expect(estimate.answered == golden.responses.count { $0 != nil })
  }

  @Test(arguments: CatRCase.all) func noAbilityOnAGridIsMoreProbable(_ golden: CatRCase) throws {
    let own = AbilityEstimator(.maximumAPosteriori, prior: AbilityPrior(mean: -0.6, sd: 0.7))
    let slow = slowMaximum(of: golden.responses, in: golden.bank, from: -4, through: 4, step: 1 / 512) { theta in
      -(theta + 0.6) * (theta + 0.6) / (2 * 0.49)
    }
    let estimate = try #require(try own.estimate(golden.responses, in: golden.bank))
    #expect(abs(estimate.theta - slow) <= 1 / 512)
    #expect(estimate.bound == nil)
  }
}
