// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct ReliableChangeTests {
  @Test func theWorkedExampleOfJacobsonAndTruax() throws {
    let change = try #require(
      ReliableChange(from: 47.5, to: 32.5, sd: 7.5, reliability: 0.8, criterion: 1.96)
    )
    #expect(isClose(change.index, -3.162_277_660_168_379))
    #expect(change.verdict == .worse)
  }

  @Test(arguments: [
    (88.0, 1.490_711_984_999_86, ReliableChange.Verdict.noReliableChange), (78, 0, .noReliableChange),
  ])
  func tenStandardScorePointsAreNotYetReliable(
    _ later: Double,
    _ index: Double,
    _ verdict: ReliableChange.Verdict
  )
    throws
  {
    let change = try #require(ReliableChange(from: 78, to: later, sd: 15, reliability: 0.9, criterion: 1.96))
    #expect(isClose(change.index, index))
    #expect(change.verdict == verdict)
  }

  @Test func aPracticeGainIsTakenOff() throws {
    let change = try #require(
      ReliableChange(from: 78, to: 98, sd: 15, reliability: 0.9, criterion: 1.96, practiceGain: 10)
    )
    #expect(isClose(change.index, 1.490_711_984_999_86))
  }

  @Test func aTestWithoutErrorHasNoIndex() {
    #expect(ReliableChange(from: 1, to: 2, sd: 15, reliability: 1, criterion: 1.96) == nil)
    #expect(ReliableChange(from: 1, to: 2, sd: 0, reliability: 0.5, criterion: 1.96) == nil)
  }
}
