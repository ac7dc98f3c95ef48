// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct TrueScoreTests {
  @Test func theIntervalOfAStandardScore() throws {
    let truth = TrueScore(observed: 78, mean: 100, sd: 15, reliability: 0.9)
    #expect(isClose(truth.estimate, 80.2))
    #expect(isClose(truth.standardError, 4.5))
    // Worked with the critical values 1.64485 and 1.95996.
    let ninety = try #require(truth.interval(level: 0.90))
    #expect(isClose(ninety.low, 72.798_158_8, within: 1e-6))
    #expect(isClose(ninety.high, 87.601_841_2, within: 1e-6))
    let ninetyFive = try #require(truth.interval(level: 0.95))
    #expect(isClose(ninetyFive.low, 71.380_162, within: 1e-6))
    #expect(isClose(ninetyFive.high, 89.019_838, within: 1e-6))
  }

  @Test func theChanceOfATrueScoreBelowACut() {
    let truth = TrueScore(observed: 78, mean: 100, sd: 15, reliability: 0.9)
    #expect(isClose(truth.probability(below: 77), 0.238_507_692_588_130_48))
  }

  @Test(arguments: [0, 1, -1, 2, Double.nan]) func aLevelIsBetweenZeroAndOne(_ level: Double) {
    #expect(TrueScore(observed: 78, mean: 100, sd: 15, reliability: 0.9).interval(level: level) == nil)
  }
}
