// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct ROCCurveTests {
  /// Made up, with ties within and between the two outcomes.
  private static let scores: [Double?] = [
    12, 7, 9, 15, 4, 11, 9, 13, 8, 16, 10, 5, 9, 14, 6, 11, 3, 8, 12, 7, 10, 18, 2, 9, 13, 6, 11, 17, 5, 8,
  ]
  private static let affected: [Bool?] = [
    1, 0, 0, 1, 0, 1, 1, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 1, 1, 1, 0,
  ].map { $0 == 1 }

  /// Computed with pROC 1.18.0 (roc, var, ci, coords).
  @Test func thirtyChildrenAsPROCHasThem() throws {
    let curve = try ROCCurve(scores: Self.scores, affected: Self.affected, concern: .highScores)
    #expect(isClose(curve.area.value, 0.852_941_176_470_588))
    #expect(curve.area.n == 30)
    #expect((curve.affected, curve.unaffected) == (13, 17))
    #expect(isClose(curve.variance, 0.005_690_446_209_810))
    #expect(isClose(curve.area.interval?.low, 0.705_091_202_556_623))
    #expect(isClose(curve.area.interval?.high, 1))
    let ninety = try ROCCurve(scores: Self.scores, affected: Self.affected, concern: .highScores, level: 0.9)
    #expect(isClose(ninety.area.interval?.low, 0.728_861_566_969_939))
    #expect(isClose(ninety.area.interval?.high, 0.977_020_785_971_238))
    #expect(curve.best.threshold == 10.5)
    #expect(isClose(curve.best.sensitivity, 0.769_230_769_230_769))
    #expect(isClose(curve.best.specificity, 0.882_352_941_176_471))
  }

  /// Computed with pROC 1.18.0.
  @Test func everyCutAsPROCHasIt() throws {
    let curve = try ROCCurve(scores: Self.scores, affected: Self.affected, concern: .highScores)
    let hits = [13, 13, 13, 13, 12, 12, 12, 11, 10, 10, 8, 6, 5, 4, 3, 2, 1, 0].map { Double($0) / 13 }
    let clear = [0, 1, 2, 3, 4, 6, 8, 10, 13, 15, 16, 16, 17, 17, 17, 17, 17, 17].map { Double($0) / 17 }
    let cuts = [-.infinity] + (2...17).map { Double($0) + 0.5 } + [.infinity]
    #expect(curve.points.map(\.threshold) == cuts)
    #expect(curve.points.map(\.sensitivity) == hits)
    #expect(curve.points.map(\.specificity) == clear)
  }

  /// Computed with pROC 1.18.0 (direction ">").
  @Test func lowScoresMaySpeakForADifficulty() throws {
    let curve = try ROCCurve(scores: Self.scores, affected: Self.affected, concern: .lowScores)
    #expect(isClose(curve.area.value, 0.147_058_823_529_412))
    #expect(isClose(curve.variance, 0.005_690_446_209_810))
    #expect(isClose(curve.area.interval?.high, 0.294_908_797_443_377))
    #expect(curve.area.interval?.low == 0)
    #expect(curve.points.first?.threshold == -.infinity)
    #expect(curve.points.first?.sensitivity == 0)
    let turned = try ROCCurve(
      scores: Self.scores.map { $0.map { -$0 } },
      affected: Self.affected,
      concern: .lowScores
    )
    #expect(isClose(turned.area.value, 0.852_941_176_470_588))
    #expect(turned.best.threshold == -10.5)
  }

  /// The area by all pairs, and DeLong's variance from its kernels.
  @Test func itIsTheSlowTwinPairByPair() throws {
    for seed in 1...40 as ClosedRange<UInt64> {
      var random = SmallRandom(seed: seed)
      let affected = (0..<24).map { $0 < 2 || ($0 > 3 && random.below(3) == 0) }
      let scores = affected.map { Double(random.below(9) + ($0 ? 2 : 0)) }
      let curve = try ROCCurve(scores: scores, affected: affected, concern: .highScores)
      let ill = zip(scores, affected).filter(\.1).map(\.0)
      let well = zip(scores, affected).filter { !$0.1 }.map(\.0)
      func kernel(_ a: Double, _ b: Double) -> Double { a > b ? 1 : a == b ? 0.5 : 0 }
      let (m, n) = (Double(ill.count), Double(well.count))
      let ofIll = ill.map { a in well.reduce(0) { $0 + kernel(a, $1) } / n }
      let ofWell = well.map { b in ill.reduce(0) { $0 + kernel($1, b) } / m }
      let area = ofIll.reduce(0, +) / m
      let ten = ofIll.reduce(0) { $0 + ($1 - area) * ($1 - area) } / (m - 1)
      let one = ofWell.reduce(0) { $0 + ($1 - area) * ($1 - area) } / (n - 1)
      #expect(isClose(curve.area.value, area))
      #expect(isClose(curve.variance, ten / m + one / n))
      let most = curve.points.map(\.youden).max() ?? 0
      #expect(isClose(curve.best.youden, most))
      for point in curve.points {
        let hits = ill.filter { $0 > point.threshold }.count
        let clear = well.filter { $0 < point.threshold }.count
        #expect(point.sensitivity == Double(hits) / m)
        #expect(point.specificity == Double(clear) / n)
      }
    }
  }

  @Test func ofTwoEquallyGoodCutsTheMoreSensitiveIsBest() throws {
    let curve = try ROCCurve(
      scores: [1, 2, 3, 4],
      affected: [false, true, false, true],
      concern: .highScores
    )
    #expect(curve.best.threshold == 1.5)
    #expect(curve.best.sensitivity == 1)
  }

  @Test func perfectSeparationHasNoIntervalAndOneChildNoVariance() throws {
    let perfect = try ROCCurve(
      scores: [1, 2, 3, 4],
      affected: [false, false, true, true],
      concern: .highScores
    )
    #expect(perfect.area.value == 1)
    #expect(perfect.variance == 0)
    #expect(perfect.area.interval == nil)
    let one = try ROCCurve(scores: [1, 2, 3], affected: [false, true, false], concern: .highScores)
    #expect(one.area.value == 0.5)
    #expect(one.variance == nil)
    #expect(one.area.interval == nil)
  }

  @Test func childrenWithoutScoreOrOutcomeAreLeftOut() throws {
    let curve = try ROCCurve(
      scores: Self.scores + [nil, 3],
      affected: Self.affected + [true, nil],
      concern: .highScores
    )
    #expect(curve.leftOut == 2)
    #expect(isClose(curve.area.value, 0.852_941_176_470_588))
  }

  @Test(
    arguments: [
      ([1, 2], [true, true], NoEstimate.oneGroup), ([1, 2], [false, false], .oneGroup), ([], [], .oneGroup),
      ([1, nil], [true, false], .oneGroup), ([1, 2], [true], .unevenRows(row: 2)),
      ([1, .nan], [true, false], .badValue(row: 2)),
    ] as [([Double?], [Bool?], NoEstimate)])
  func withoutBothOutcomesThereIsNoCurve(_ scores: [Double?], _ affected: [Bool?], _ reason: NoEstimate) {
    #expect(throws: reason) { try ROCCurve(scores: scores, affected: affected, concern: .lowScores) }
  }
}
