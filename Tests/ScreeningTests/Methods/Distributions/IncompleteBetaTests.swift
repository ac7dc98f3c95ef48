// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct IncompleteBetaTests {
  /// Computed with scipy 1.17.
  @Test(arguments: [
    (0.5, 0.5, 0.5, 0.5000000000000001, 0.5),
    (0.3, 2.0, 5.0, 0.5798250000000003, 0.420175),
    (0.9, 10.0, 1.0, 0.34867844010000004, 0.6513215599),
    (0.01, 0.5, 20.0, 0.4713699354850154, 0.5286300645149844),
    (0.34, 400.0, 800.0, 0.6896986089271115, 0.31030139107288923),
    (0.999, 3000.0, 2.0, 0.19884957599214476, 0.8011504240078552),
    (1e-05, 0.3, 7.0, 0.062220212947538794, 0.9377797870524612),
    (0.75, 20000.0, 6500.0, 0.03758076408486031, 0.9624192359151404),
  ])
  func bothTails(_ x: Double, _ a: Double, _ b: Double, _ lower: Double, _ upper: Double) throws {
    let found = try #require(IncompleteBeta.regularised(x, a: a, b: b))
    #expect(isCloseInProportion(found.lower, lower))
    #expect(isCloseInProportion(found.upper, upper))
  }

  /// Computed with scipy 1.17.
  @Test(arguments: [
    (0.025, 46.0, 5.0, 0.8076572164040372),
    (0.975, 47.0, 4.0, 0.9777720363450703),
    (0.025, 4.0, 47.0, 0.02222796365492976),
    (0.5, 0.5, 0.5, 0.4999999999999999),
    (0.999, 2.0, 3.0, 0.9359618608971666),
    (0.025, 295.0, 32.0, 0.8677428146355577),
    (0.975, 0.5, 100.0, 0.024867749237206565),
    (1e-06, 3.0, 4.0, 0.003694265299405909),
    (0.025, 19000.0, 1001.0, 0.9468884320586088),
  ])
  func quantiles(_ share: Double, _ a: Double, _ b: Double, _ x: Double) throws {
    let found = try #require(IncompleteBeta.quantile(share, a: a, b: b))
    #expect(isCloseInProportion(found.x, x))
    #expect(isClose(found.complement, 1 - x))
  }

  /// I_x(a, b) = Σ_(j ≥ a) C(n, j)·xʲ·(1−x)ⁿ⁻ʲ with n = a + b − 1, for whole a and b.
  @Test func forWholeNumbersItIsABinomialTail() throws {
    for a in 1...9 {
      for b in 1...9 {
        let n = a + b - 1
        for x in [0.02, 0.2, 0.5, 0.77, 0.99] {
          var tail = 0.0
          for j in a...n {
            let ways = (0..<j).reduce(1.0) { $0 * Double(n - $1) / Double($1 + 1) }
            let hits = (0..<j).reduce(1.0) { product, _ in product * x }
            let misses = (0..<(n - j)).reduce(1.0) { product, _ in product * (1 - x) }
            tail += ways * hits * misses
          }
          let found = try #require(IncompleteBeta.regularised(x, a: Double(a), b: Double(b)))
          #expect(isClose(found.lower, tail))
        }
      }
    }
  }

  @Test func theEndsHoldNothingAndAll() throws {
    let none = try #require(IncompleteBeta.regularised(0, a: 2, b: 3))
    #expect(none == (0, 1))
    let all = try #require(IncompleteBeta.regularised(1, a: 2, b: 3))
    #expect(all == (1, 0))
  }

  @Test(arguments: [
    (-0.1, 1.0, 1.0), (1.1, 1, 1), (0.5, 0, 1), (0.5, 1, -1), (.nan, 1, 1), (0.5, .infinity, 1), (0.5, .nan, 1),
  ])
  func elsewhereThereIsNoValue(_ x: Double, _ a: Double, _ b: Double) {
    #expect(IncompleteBeta.regularised(x, a: a, b: b) == nil)
    #expect(x == 0.5 || IncompleteBeta.quantile(x, a: a, b: b) == nil)
  }
}
