// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct ClopperPearsonIntervalTests {
  /// Computed with statsmodels 0.15 (beta).
  @Test(arguments: [
    (81, 263, 0.252_736_745_585_271_26, 0.367_621_922_601_351_4), (0, 20, 0, 0.168_433_470_983_085_34),
    (29, 29, 0.880_555_130_930_497_3, 1), (1, 29, 0.000_872_646_883_579_922, 0.177_644_295_488_722_93),
  ])
  func exactLimits(_ x: Int, _ n: Int, _ low: Double, _ high: Double) throws {
    let interval = try #require(try ClopperPearsonInterval.proportion(x, of: n).interval)
    #expect(isClose(interval.low, low, within: 1e-11))
    #expect(isClose(interval.high, high, within: 1e-11))
  }

  @Test func manyChildrenAreNoTrouble() throws {
    let found = try ClopperPearsonInterval.proportion(19_000, of: 20_000)
    let interval = try #require(found.interval)
    // Computed with scipy 1.17.
    #expect(isClose(interval.low, 0.946_888_432_058_608_8, within: 1e-11))
    #expect(interval.contains(0.95))
  }

  @Test(arguments: [
    (0, 0, 0.95, NoEstimate.tooFew(n: 0, least: 1)), (3, 2, 0.95, .badParameter("successes")),
    (1, 2, 0, .badParameter("level")),
  ])
  func whatIsNoProportionIsRefused(_ x: Int, _ n: Int, _ level: Double, _ reason: NoEstimate) {
    #expect(throws: reason) { try ClopperPearsonInterval.proportion(x, of: n, level: level) }
  }
}
