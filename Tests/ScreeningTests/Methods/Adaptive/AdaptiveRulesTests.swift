// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct AdaptiveRulesTests {
  @Test(arguments: [
    AdaptiveRules(start: .nan), AdaptiveRules(randomesque: 0), AdaptiveRules(stop: AdaptiveStop(least: 9)),
    AdaptiveRules(estimator: AbilityEstimator(.expectedAPosteriori, gridPoints: 1)),
    AdaptiveRules(stop: AdaptiveStop(most: 0)),
  ]) func anUnsoundRuleIsReported(_ rules: AdaptiveRules) {
    #expect(rules.problems(for: CatRCase.bank(.rasch)).count == 1)
  }

  @Test func theFirstItemIsChosenAtThePriorsMeanUnlessToldElse() {
    let estimator = AbilityEstimator(.expectedAPosteriori, prior: AbilityPrior(mean: -0.4, sd: 1))
    #expect(AdaptiveRules(estimator: estimator).startingTheta == -0.4)
    #expect(AdaptiveRules(estimator: estimator, start: 0.2).startingTheta == 0.2)
    #expect(AdaptiveRules().problems(for: CatRCase.bank(.rasch)).isEmpty)
  }
}
