// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct FDistributionTests {
  /// Computed with scipy 1.17.
  @Test(arguments: [
    (5.0, 18.0, 1.7946784922, 0.8352311916471811, 0.164768808352819),
    (5.0, 15.0, 11.0272479564, 0.9998654334835153, 0.00013456651648456134),
    (1.0, 1.0, 1.0, 0.5000000000000001, 0.5000000000000001),
    (10.0, 200.0, 1.5, 0.8585640752012069, 0.14143592479879308),
    (59.0, 295.0, 0.7, 0.049394589107392355, 0.9506054108926076),
    (3.7, 8.2, 4.0, 0.954383136785696, 0.04561686321430399),
  ])
  func bothTails(_ top: Double, _ bottom: Double, _ f: Double, _ lower: Double, _ upper: Double) throws {
    let distribution = try #require(FDistribution(top, bottom))
    #expect(isCloseInProportion(distribution.cumulative(f), lower))
    #expect(isCloseInProportion(distribution.upperTail(f), upper))
  }

  /// Computed with scipy 1.17.
  @Test(arguments: [
    (5.0, 18.0, 0.975, 3.381967805875243),
    (18.0, 5.0, 0.975, 6.361883204654352),
    (5.0, 15.0, 0.975, 3.5764153492790607),
    (5.0, 3.4, 0.95, 7.580387680553814),
    (1.0, 1.0, 0.95, 161.4476387975882),
    (59.0, 295.0, 0.975, 1.4501765198968153),
    (59.0, 295.0, 0.025, 0.6537641784244443),
    (19999.0, 1179941.0, 0.975, 1.0198650353202225),
  ])
  func quantiles(_ top: Double, _ bottom: Double, _ share: Double, _ f: Double) throws {
    #expect(isCloseInProportion(try #require(FDistribution(top, bottom)).quantile(share), f))
  }

  @Test func theEndsHoldNothingAndAll() throws {
    let distribution = try #require(FDistribution(3, 4))
    #expect(distribution.cumulative(0) == 0)
    #expect(distribution.upperTail(-1) == 1)
    #expect(distribution.cumulative(.infinity) == 1)
    #expect(distribution.upperTail(1e308) == 0)
    #expect(distribution.cumulative(.nan) == nil)
    #expect(distribution.quantile(0) == nil)
  }

  @Test(arguments: [(0.0, 1.0), (1, 0), (-1, 2), (.nan, 1), (1, .infinity)])
  func degreesAreAboveZero(_ top: Double, _ bottom: Double) { #expect(FDistribution(top, bottom) == nil) }
}
