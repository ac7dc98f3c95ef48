// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct TwoStandardErrorsTests {
  /// Calculated apart in Python, no published example at hand: √(14²·0.12 + 16²·0.12), 12 and 8 points over it.
  @Test(arguments: [
    (104.0, 1.629_376_339_780_705, ReliableChange.Verdict.noReliableChange),
    (100, 1.086_250_893_187_137, .noReliableChange), (105, 1.765_157_701_429_097, .better),
    (70, -2.987_189_956_264_626, .worse),
  ])
  func eachTestingHasItsOwnError(_ later: Double, _ index: Double, _ verdict: ReliableChange.Verdict) throws {
    let method = try #require(TwoStandardErrors(earlierSD: 14, laterSD: 16, reliability: 0.88))
    let change = try #require(method.change(try compared(92, later)))
    #expect(isClose(change.standardError, 7.364_781_055_808_788))
    #expect(isClose(change.index, index))
    #expect(change.verdict == verdict)
  }

  @Test func withOneErrorItIsJacobsonAndTruax() throws {
    let scores = try compared(78, 95)
    let two = try #require(TwoStandardErrors(earlierSD: 15, laterSD: 15, reliability: 0.9)?.change(scores))
    let plain = try #require(JacobsonTruax(sd: 15, reliability: 0.9)?.change(scores))
    #expect(isClose(two.index, plain.index))
  }

  @Test(arguments: [(15.0, 15.0, 1.0, 1.64), (0, 15, 0.9, 1.64), (15, 0, 0.9, 1.64), (15, 15, 0.9, 0)])
  func parametersAreChecked(_ earlier: Double, _ later: Double, _ reliability: Double, _ criterion: Double) {
    #expect(
      TwoStandardErrors(earlierSD: earlier, laterSD: later, reliability: reliability, criterion: criterion) == nil
    )
  }
}
