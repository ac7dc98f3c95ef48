// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct StudentDistributionTests {
  /// Computed with scipy 1.17.
  @Test(arguments: [
    (1.0, 1.0, 0.75, 0.5000000000000001),
    (10.0, -2.228, 0.02500588590855566, 0.05001177181711132),
    (30.0, 2.042, 0.9749856646719011, 0.050028670656197906),
    (5.0, -10.0, 8.547378787148181e-05, 0.00017094757574296363),
    (1000.0, 1.96, 0.9748634075221256, 0.050273184955748736),
    (2.5, 0.0, 0.5, 1.0),
  ])
  func shares(_ degrees: Double, _ t: Double, _ lower: Double, _ twoSided: Double) throws {
    let distribution = try #require(StudentDistribution(degrees: degrees))
    #expect(isCloseInProportion(distribution.cumulative(t), lower))
    #expect(isCloseInProportion(distribution.twoSided(t), twoSided))
  }

  /// Computed with scipy 1.17.
  @Test(arguments: [
    (1.0, 0.975, 12.706204736174694),
    (10.0, 0.975, 2.228138851986274),
    (30.0, 0.95, 1.697260886593957),
    (120.0, 0.995, 2.6174211451068654),
    (3.0, 0.01, -4.5407028585681335),
    (7.5, 0.6, 0.26250189880429486),
    (1000000.0, 0.975, 1.959966356814107),
  ])
  func quantiles(_ degrees: Double, _ share: Double, _ t: Double) throws {
    #expect(isCloseInProportion(try #require(StudentDistribution(degrees: degrees)).quantile(share), t))
  }

  @Test func theEndsHoldNothingAndAll() throws {
    let distribution = try #require(StudentDistribution(degrees: 3))
    #expect(distribution.quantile(0.5) == 0)
    #expect(distribution.cumulative(-.infinity) == 0)
    #expect(distribution.cumulative(.infinity) == 1)
    #expect(distribution.cumulative(1e300) == 1)
    #expect(distribution.cumulative(.nan) == nil)
    #expect(distribution.quantile(1) == nil)
    #expect(StudentDistribution(degrees: 0) == nil)
  }
}
