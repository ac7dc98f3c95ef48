// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct PracticeCorrectedChangeTests {
  /// Calculated apart in Python, no published example at hand: (98 − 78 − 10)/(15·√(2·0.1)).
  @Test func theMeanGainIsTakenOff() throws {
    let method = try #require(PracticeCorrectedChange(sd: 15, reliability: 0.9, gain: 10))
    let change = try #require(method.change(try compared(78, 98)))
    #expect(isClose(change.index, 1.490_711_984_999_86))
    #expect(change.expected == 88)
    #expect(change.verdict == .noReliableChange)
  }

  @Test func withoutAGainItIsJacobsonAndTruax() throws {
    let scores = try compared(78, 95)
    let corrected = try #require(PracticeCorrectedChange(sd: 15, reliability: 0.9, gain: 0)?.change(scores))
    let plain = try #require(JacobsonTruax(sd: 15, reliability: 0.9)?.change(scores))
    #expect(corrected.index == plain.index)
  }

  @Test func aChildWhoMissesTheGainDoesWorse() throws {
    let method = try #require(PracticeCorrectedChange(sd: 15, reliability: 0.9, gain: 12))
    #expect(method.change(try compared(78, 78))?.verdict == .worse)
  }

  @Test(arguments: [(15.0, 1.0, 0.0, 1.64), (0, 0.9, 0, 1.64), (15, 0.9, .nan, 1.64), (15, 0.9, 0, -1)])
  func parametersAreChecked(_ sd: Double, _ reliability: Double, _ gain: Double, _ criterion: Double) {
    #expect(PracticeCorrectedChange(sd: sd, reliability: reliability, gain: gain, criterion: criterion) == nil)
  }
}
