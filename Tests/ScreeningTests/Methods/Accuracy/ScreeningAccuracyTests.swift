// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct ScreeningAccuracyTests {
  private struct Row {
    let name: String
    let value: KeyPath<ScreeningAccuracy, Estimate?>
    let n: Int
    let expected: (value: Double, low: Double, high: Double)
  }

  private static func check(_ accuracy: ScreeningAccuracy, _ rows: [Row]) {
    for row in rows {
      let found = accuracy[keyPath: row.value]
      #expect(isClose(found?.value, row.expected.value, within: 1e-9), "\(row.name)")
      #expect(isClose(found?.interval?.low, row.expected.low, within: 1e-9), "\(row.name)")
      #expect(isClose(found?.interval?.high, row.expected.high, within: 1e-9), "\(row.name)")
      #expect(found?.n == row.n, "\(row.name)")
    }
  }

  /// Computed with epiR 2.0.57 (epi.tests), which has exact limits for the proportions.
  @Test func withExactLimitsItIsAsEpiRHasIt() throws {
    let accuracy = try ScreeningAccuracy(
      truePositives: 46,
      falsePositives: 31,
      falseNegatives: 4,
      trueNegatives: 295,
      intervals: .clopperPearson
    )
    Self.check(
      accuracy,
      [
        Row(name: "se", value: \.sensitivity, n: 50, expected: (0.92, 0.807_657_216_4, 0.977_772_036_35)),
        Row(
          name: "sp", value: \.specificity, n: 326,
          expected: (0.904_907_975_46, 0.867_742_814_64, 0.934_472_406_19)),
        Row(
          name: "pv.pos", value: \.positivePredictiveValue, n: 77,
          expected: (0.597_402_597_4, 0.479_413_781_02, 0.707_663_901_56)),
        Row(
          name: "pv.neg", value: \.negativePredictiveValue, n: 299,
          expected: (0.986_622_073_58, 0.966_103_293_09, 0.996_343_257_7)),
        Row(
          name: "lr.pos", value: \.positiveLikelihoodRatio, n: 376,
          expected: (9.674_838_709_7, 6.854_002_223_2, 13.656_620_031_6)),
        Row(
          name: "lr.neg", value: \.negativeLikelihoodRatio, n: 376,
          expected: (0.088_406_779_661, 0.034_512_600_922, 0.226_461_016_59)),
      ]
    )
    #expect(isClose(accuracy.prevalence.value, 0.132_978_723_4, within: 1e-9))
    #expect(isClose(accuracy.prevalence.interval?.low, 0.100_335_161_4, within: 1e-9))
    #expect(isClose(accuracy.youden?.value, 0.824_907_975_46, within: 1e-9))
    #expect(accuracy.n == 376)
  }

  /// Computed with statsmodels 0.15 (wilson, newcomb).
  @Test func withoutBeingToldLimitsAreWilsons() throws {
    let accuracy = try ScreeningAccuracy(
      truePositives: 46,
      falsePositives: 31,
      falseNegatives: 4,
      trueNegatives: 295
    )
    Self.check(
      accuracy,
      [
        Row(
          name: "se", value: \.sensitivity, n: 50, expected: (0.92, 0.811_617_530_816_6, 0.968_450_485_111_4)),
        Row(
          name: "sp", value: \.specificity, n: 326,
          expected: (0.904_907_975_46, 0.868_185_960_331_4, 0.932_198_566_658_9)),
        Row(
          name: "ppv", value: \.positivePredictiveValue, n: 77,
          expected: (0.597_402_597_4, 0.485_768_531_679_5, 0.699_779_827_031_7)),
        Row(
          name: "npv", value: \.negativePredictiveValue, n: 299,
          expected: (0.986_622_073_58, 0.966_113_201_564_7, 0.994_785_617_022_4)),
        Row(
          name: "youden", value: \.youden, n: 376,
          expected: (0.824_907_975_46, 0.710_473_426_387_7, 0.880_515_762_262_2)),
      ]
    )
  }

  /// Newcombe (1998), example (a) of method 10: 56/70 less 48/80 is 0.2, from 0.0524 to 0.3339.
  @Test func youdensIndexHasTheIntervalOfADifference() throws {
    let accuracy = try ScreeningAccuracy(
      truePositives: 56,
      falsePositives: 48,
      falseNegatives: 14,
      trueNegatives: 32
    )
    #expect(isClose(accuracy.youden?.value, 0.2))
    #expect(isClose(accuracy.youden?.interval?.low, 0.0524, within: 5e-5))
    #expect(isClose(accuracy.youden?.interval?.high, 0.3339, within: 5e-5))
  }

  @Test func childrenAreCountedAndTheLostOnesLeftOut() throws {
    let accuracy = try ScreeningAccuracy(
      positive: [true, true, false, false, nil, true, false],
      affected: [true, false, true, false, true, nil, false]
    )
    #expect(accuracy.truePositives == 1)
    #expect(accuracy.falsePositives == 1)
    #expect(accuracy.falseNegatives == 1)
    #expect(accuracy.trueNegatives == 2)
    #expect(accuracy.leftOut == 2)
  }

  @Test func whatWouldDivideByNobodyIsNotTold() throws {
    let noneAffected = try ScreeningAccuracy(
      truePositives: 0,
      falsePositives: 0,
      falseNegatives: 0,
      trueNegatives: 9
    )
    #expect(noneAffected.sensitivity == nil)
    #expect(noneAffected.positivePredictiveValue == nil)
    #expect(noneAffected.positiveLikelihoodRatio == nil)
    #expect(noneAffected.negativeLikelihoodRatio == nil)
    #expect(noneAffected.youden == nil)
    #expect(noneAffected.specificity?.value == 1)
  }

  @Test func aRatioOfZeroHasNoIntervalAndAnInfiniteOneNoValue() throws {
    let perfect = try ScreeningAccuracy(
      truePositives: 5,
      falsePositives: 0,
      falseNegatives: 0,
      trueNegatives: 9
    )
    #expect(perfect.positiveLikelihoodRatio == nil)
    #expect(perfect.negativeLikelihoodRatio?.value == 0)
    #expect(perfect.negativeLikelihoodRatio?.interval == nil)
    #expect(perfect.youden?.value == 1)
  }

  @Test func countsAndListsAreChecked() {
    #expect(throws: NoEstimate.tooFew(n: 0, least: 1)) {
      try ScreeningAccuracy(truePositives: 0, falsePositives: 0, falseNegatives: 0, trueNegatives: 0)
    }
    #expect(throws: NoEstimate.badParameter("count")) {
      try ScreeningAccuracy(truePositives: -1, falsePositives: 0, falseNegatives: 0, trueNegatives: 3)
    }
    #expect(throws: NoEstimate.badParameter("count")) {
      try ScreeningAccuracy(truePositives: .max, falsePositives: .max, falseNegatives: 0, trueNegatives: 3)
    }
    #expect(throws: NoEstimate.unevenRows(row: 2)) {
      try ScreeningAccuracy(positive: [true, false], affected: [true])
    }
  }
}
