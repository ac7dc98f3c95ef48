// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct EdwardsNunnallyTests {
  /// Calculated apart in Python, no published example at hand: T = 80.2, SEM = 15·√0.1.
  @Test(arguments: [
    (90.0, 2.066_021_404_643_341, ReliableChange.Verdict.better), (89, 1.855_202_893_965_449, .noReliableChange),
    (70, -2.150_348_808_914_499, .worse), (71, -1.939_530_298_236_606, .noReliableChange),
  ])
  func theLaterScoreAgainstTheTrueEarlierOne(
    _ later: Double,
    _ index: Double,
    _ verdict: ReliableChange.Verdict
  ) throws {
    let method = try #require(EdwardsNunnally(mean: 100, sd: 15, reliability: 0.9))
    let change = try #require(method.change(try compared(78, later)))
    #expect(isClose(change.expected, 80.2))
    #expect(isClose(change.standardError, 4.743_416_490_252_569))
    #expect(isClose(change.index, index))
    #expect(change.verdict == verdict)
    #expect(isClose(change.unchanged.lowerBound, 70.713_167_019_494_861))
    #expect(isClose(change.unchanged.upperBound, 89.686_832_980_505_145))
  }

  @Test func atTheMeanNothingRegresses() throws {
    let change = try #require(EdwardsNunnally(mean: 100, sd: 15, reliability: 0.9)?.change(try compared(100, 104)))
    #expect(change.expected == 100)
  }

  @Test(arguments: [(100.0, 15.0, 1.0, 2.0), (100, 0, 0.9, 2), (.nan, 15, 0.9, 2), (100, 15, 0.9, .infinity)])
  func parametersAreChecked(_ mean: Double, _ sd: Double, _ reliability: Double, _ criterion: Double) {
    #expect(EdwardsNunnally(mean: mean, sd: sd, reliability: reliability, criterion: criterion) == nil)
  }
}
