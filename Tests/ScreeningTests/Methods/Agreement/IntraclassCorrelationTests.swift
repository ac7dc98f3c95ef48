// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct IntraclassCorrelationTests {
  /// Six targets by four judges, from Shrout and Fleiss (1979).
  private static let judges: [[Double?]] = [
    [9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7],
  ]

  /// Computed with psych 2.2.9; the paper prints .17, .29, .71, .44, .62 and .91.
  @Test(arguments: [
    (
      IntraclassCorrelation.Form.oneWaySingle, 0.165_741_768_41, 1.794_678_492_2, 18.0, 0.164_768_808_34,
      -0.132_932_324_87, 0.722_560_062_33
    ),
    (
      .randomRatersSingle, 0.289_763_779_53, 11.027_247_956_4, 15, 0.000_134_566_516_48, 0.018_786_513_375,
      0.761_084_369_65
    ),
    (
      .fixedRatersSingle, 0.714_840_714_84, 11.027_247_956_4, 15, 0.000_134_566_516_48, 0.342_464_765_03,
      0.945_858_259_96
    ),
    (.oneWayMean, 0.442_797_133_68, 1.794_678_492_2, 18, 0.164_768_808_34, -0.884_442_155_24, 0.912_415_420_34),
    (
      .randomRatersMean, 0.620_050_547_6, 11.027_247_956_4, 15, 0.000_134_566_516_48, 0.071_136_815_303,
      0.927_232_040_17
    ),
    (
      .fixedRatersMean, 0.909_315_542_38, 11.027_247_956_4, 15, 0.000_134_566_516_48, 0.675_674_713_82,
      0.985_891_678_17
    ),
  ])
  func theJudgesOfShroutAndFleiss(
    _ form: IntraclassCorrelation.Form,
    _ icc: Double,
    _ f: Double,
    _ degrees: Double,
    _ p: Double,
    _ low: Double,
    _ high: Double
  ) throws {
    let found = try IntraclassCorrelation(Self.judges, form: form)
    #expect(isClose(found.icc.value, icc, within: 1e-9))
    #expect(found.icc.n == 6)
    #expect(found.raters == 4)
    #expect(isClose(found.f, f, within: 1e-9))
    #expect(found.numeratorDegrees == 5)
    #expect(found.denominatorDegrees == degrees)
    #expect(isClose(found.p, p, within: 1e-9))
    #expect(isClose(found.icc.interval?.low, low, within: 1e-9))
    #expect(isClose(found.icc.interval?.high, high, within: 1e-9))
  }

  @Test func allSixComeTogether() throws {
    let all = try IntraclassCorrelation.all(Self.judges)
    #expect(all.map(\.form) == IntraclassCorrelation.Form.allCases)
    #expect(isClose(all.last?.value?.icc.value, 0.909_315_542_38, within: 1e-9))
  }

  @Test func aChildWithAMissingRatingIsLeftOut() throws {
    let found = try IntraclassCorrelation(Self.judges + [[1, nil, 2, 3]], form: .randomRatersSingle)
    #expect(found.leftOut == 1)
    #expect(isClose(found.icc.value, 0.289_763_779_53, within: 1e-9))
  }

  @Test func ratersWhoAgreeExactlyHaveOneAndNoInterval() throws {
    for form in IntraclassCorrelation.Form.allCases {
      let found = try IntraclassCorrelation([[0.1, 0.1], [0.7, 0.7], [0.3, 0.3]], form: form)
      #expect(isClose(found.icc.value, 1))
      #expect(found.f == nil)
      #expect(found.p == nil)
      #expect(found.icc.interval == nil)
    }
  }

  @Test func aSteadyDifferenceHurtsAgreementAndNotConsistency() throws {
    let rows: [[Double?]] = [[1, 3], [2, 4], [4, 6]]
    #expect(isClose(try IntraclassCorrelation(rows, form: .fixedRatersSingle).icc.value, 1))
    #expect(try IntraclassCorrelation(rows, form: .randomRatersSingle).icc.value < 0.6)
  }

  @Test(
    arguments: [
      ([[1, 2]], NoEstimate.tooFew(n: 1, least: 2)), ([[1], [2]], .tooFewColumns(1, least: 2)),
      ([[3, 3], [3, 3]], .noVariance), ([[0.1, 0.1, 0.1], [0.1, 0.1, 0.1]], .noVariance),
      ([[1, 2], [2, 1]], .noVariance), ([], .tooFewColumns(0, least: 2)),
    ] as [([[Double?]], NoEstimate)])
  func withoutEnoughThereIsAReason(_ rows: [[Double?]], _ reason: NoEstimate) {
    #expect(throws: reason) { try IntraclassCorrelation(rows, form: .fixedRatersMean) }
  }

  @Test func aLevelIsBetweenZeroAndOne() {
    #expect(throws: NoEstimate.badParameter("level")) { try IntraclassCorrelation.all(Self.judges, level: 0) }
  }
}
