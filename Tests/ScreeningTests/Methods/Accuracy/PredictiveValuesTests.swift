// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct PredictiveValuesTests {
  /// Wilson and others (2022), BMJ Paediatrics Open 6:e001324: ASQ-3 communication .55 and .95 with a PPV of .53, which
  /// implies that 9.3 % were affected; at that share the SSLM (.83, .81) has .31 (printed .33).
  @Test(arguments: [(0.55, 0.95, 0.53), (0.83, 0.81, 0.309_309_520_461_257)])
  func theFiguresOfWilson(_ sensitivity: Double, _ specificity: Double, _ expected: Double) throws {
    let found = try PredictiveValues(
      sensitivity: sensitivity,
      specificity: specificity,
      prevalence: 0.092_982_456_140_350_89
    )
    #expect(isClose(found.positive, expected))
  }

  @Test func theNegativeValueOfTheSameStudy() throws {
    let found = try PredictiveValues(sensitivity: 0.55, specificity: 0.95, prevalence: 0.093)
    #expect(isClose(found.negative, 0.95, within: 5e-3))
  }

  @Test func atTheShareInTheDataItIsTheDirectCount() throws {
    let accuracy = try ScreeningAccuracy(
      truePositives: 46,
      falsePositives: 31,
      falseNegatives: 4,
      trueNegatives: 295
    )
    let found = try PredictiveValues(
      sensitivity: try #require(accuracy.sensitivity).value,
      specificity: try #require(accuracy.specificity).value,
      prevalence: accuracy.prevalence.value
    )
    #expect(isClose(found.positive, try #require(accuracy.positivePredictiveValue).value))
    #expect(isClose(found.negative, try #require(accuracy.negativePredictiveValue).value))
  }

  @Test func whereNobodyScreensSoThereIsNoValue() throws {
    let never = try PredictiveValues(sensitivity: 0, specificity: 1, prevalence: 0.1)
    #expect(never.positive == nil)
    #expect(isClose(never.negative, 0.9))
    #expect(try PredictiveValues(sensitivity: 1, specificity: 0, prevalence: 0.1).negative == nil)
  }

  @Test(arguments: [(1.1, 0.5, 0.5, "sensitivity"), (0.5, -0.1, 0.5, "specificity"), (0.5, 0.5, .nan, "prevalence")])
  func sharesLieBetweenZeroAndOne(_ se: Double, _ sp: Double, _ share: Double, _ name: String) {
    #expect(throws: NoEstimate.badParameter(name)) {
      try PredictiveValues(sensitivity: se, specificity: sp, prevalence: share)
    }
  }
}
