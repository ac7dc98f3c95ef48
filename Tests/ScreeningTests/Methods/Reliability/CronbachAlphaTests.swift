// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct CronbachAlphaTests {
  /// Computed with psych 2.2.9 (alpha, alpha.ci).
  @Test func sixItemsAsPsychHasThem() throws {
    let found = try CronbachAlpha(SixItems.rows)
    #expect(isClose(found.alpha.value, 0.667_316_341_83, within: 1e-10))
    #expect(found.alpha.n == 60)
    #expect(found.leftOut == 0)
    let interval = try #require(found.alpha.interval)
    #expect(isClose(interval.low, 0.517_549_970_368, within: 1e-10))
    #expect(isClose(interval.high, 0.782_503_341_541, within: 1e-10))
    #expect(isClose(found.standardised, 0.670_501_005_56, within: 1e-10))
    let deleted = [
      0.597_862_814_66, 0.647_794_947_65, 0.642_857_142_86, 0.610_799_945_8, 0.621_221_281_74, 0.630_637_183_59,
    ]
    let rest = [
      0.488_241_141_64, 0.326_969_924_09, 0.352_145_751_81, 0.436_611_871_14, 0.408_548_803_39, 0.381_588_470_15,
    ]
    for (item, expected) in zip(found.items, zip(deleted, rest)) {
      #expect(isClose(item.alphaIfDeleted, expected.0, within: 1e-10))
      #expect(isClose(item.restCorrelation, expected.1, within: 1e-10))
    }
  }

  /// Computed with scipy 1.17 from alpha and the quantiles of F on 59 and 295 degrees.
  @Test func anotherLevelHasAnotherInterval() throws {
    let found = try CronbachAlpha(SixItems.rows, level: 0.90)
    let interval = try #require(found.alpha.interval)
    #expect(interval.level == 0.90)
    #expect(isClose(interval.low, 0.545_282_297_668, within: 1e-9))
    #expect(isClose(interval.high, 0.766_820_135_522, within: 1e-9))
  }

  @Test func itIsTheSlowTwinFromItsDefinition() throws {
    for seed in 1...20 as ClosedRange<UInt64> {
      var random = SmallRandom(seed: seed)
      let rows = (0..<25).map { _ in
        let ability = random.below(4)
        return (0..<4).map { _ in Double(random.below(3) + ability) }
      }
      let found = try CronbachAlpha(rows)
      #expect(isClose(found.alpha.value, SlowAlpha.alpha(rows), within: 1e-10))
      for item in 0..<4 {
        let others = rows.map { row in row.indices.filter { $0 != item }.map { row[$0] } }
        #expect(isClose(found.items[item].alphaIfDeleted, SlowAlpha.alpha(others), within: 1e-10))
        let r = SlowAlpha.correlation(rows.map { $0[item] }, others.map { $0.reduce(0, +) })
        #expect(isClose(found.items[item].restCorrelation, r, within: 1e-10))
      }
    }
  }

  @Test func aChildWithAMissingItemIsLeftOut() throws {
    let found = try CronbachAlpha(SixItems.rows + [[2, 2, nil, 2, 2, 2], [nil, 0, 0, 0, 0, 0]])
    #expect(found.alpha.n == 60)
    #expect(found.leftOut == 2)
    #expect(isClose(found.alpha.value, 0.667_316_341_83, within: 1e-10))
  }

  @Test func anItemThatDoesNotVaryHasNoCorrelation() throws {
    let found = try CronbachAlpha(SixItems.rows.map { $0 + [0.1] })
    #expect(found.items[6].restCorrelation == nil)
    #expect(isClose(found.items[6].alphaIfDeleted, 0.667_316_341_83, within: 1e-10))
    #expect(found.standardised == nil)
  }

  @Test func ofTwoItemsNoneCanBeDeleted() throws {
    let found = try CronbachAlpha([[1, 2], [2, 2], [3, 4]])
    #expect(found.items.allSatisfy { $0.alphaIfDeleted == nil && $0.restCorrelation != nil })
  }

  @Test func itemsThatSayTheSameHaveAlphaOne() throws {
    let found = try CronbachAlpha([[1, 1], [2, 2], [4, 4]])
    #expect(isClose(found.alpha.value, 1))
    #expect(isClose(found.standardised, 1))
  }

  @Test(
    arguments: [
      ([[1, 2], [2, 1]], NoEstimate.tooFew(n: 2, least: 3)), ([], .tooFewColumns(0, least: 2)),
      ([[1], [2], [3]], .tooFewColumns(1, least: 2)), ([[1, 1], [1, 1], [1, 1]], .noVariance),
      ([[0.1, 0.9], [0.2, 0.8], [0.7, 0.3], [0.4, 0.6]], .noVariance), ([[1, 2], [2], [3, 1]], .unevenRows(row: 2)),
    ] as [([[Double?]], NoEstimate)])
  func withoutEnoughThereIsAReason(_ rows: [[Double?]], _ reason: NoEstimate) {
    #expect(throws: reason) { try CronbachAlpha(rows) }
  }

  @Test(arguments: [0, 1, -1, Double.nan]) func aLevelIsBetweenZeroAndOne(_ level: Double) {
    #expect(throws: NoEstimate.badParameter("level")) { try CronbachAlpha(SixItems.rows, level: level) }
  }
}

/// Alpha and correlation from their definitions.
private enum SlowAlpha {
  static func variance(_ values: [Double]) -> Double {
    let mean = values.reduce(0, +) / Double(values.count)
    return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
  }

  static func alpha(_ rows: [[Double]]) -> Double {
    let k = rows[0].count
    let items = (0..<k).reduce(0) { sum, item in sum + self.variance(rows.map { $0[item] }) }
    let total = self.variance(rows.map { $0.reduce(0, +) })
    return Double(k) / Double(k - 1) * (1 - items / total)
  }

  static func correlation(_ a: [Double], _ b: [Double]) -> Double {
    let sum = self.variance(zip(a, b).map { $0 + $1 })
    let (first, second) = (self.variance(a), self.variance(b))
    return (sum - first - second) / 2 / (first * second).squareRoot()
  }
}
