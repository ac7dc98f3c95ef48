// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct McDonaldOmegaTests {
  /// Computed with psych 2.2.9 (omega of one minres factor).
  @Test func sixItemsAsPsychHasThem() throws {
    let found = try McDonaldOmega(SixItems.rows + [[nil, 1, 1, 1, 1, 1]])
    #expect(isClose(found.omega.value, 0.673_582_988_8, within: 1e-7))
    #expect(found.omega.n == 60)
    #expect(found.factor.leftOut == 1)
  }

  /// The jackknife in Python (numpy, the minres solution by scipy's BFGS). 600 bootstrap samples there gave .531 to .776.
  @Test func theIntervalIsThatOfADeleteAGroupJackknife() throws {
    let interval = try #require(try McDonaldOmega(SixItems.rows).omega.interval)
    #expect(isClose(interval.low, 0.534_500_4, within: 1e-5))
    #expect(isClose(interval.high, 0.812_665_6, within: 1e-5))
    let wider = try #require(try McDonaldOmega(SixItems.rows, level: 0.99).omega.interval)
    #expect(wider.low < interval.low && wider.high > interval.high)
    #expect(throws: NoEstimate.badParameter("level")) { try McDonaldOmega(SixItems.rows, level: 1) }
  }

  @Test func withoutAFactorThereIsNone() {
    #expect(throws: NoEstimate.tooFewColumns(2, least: 3)) { try McDonaldOmega([[1, 2], [2, 1], [3, 3]]) }
  }
}
