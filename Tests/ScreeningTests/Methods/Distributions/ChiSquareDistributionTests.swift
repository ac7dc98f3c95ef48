// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct ChiSquareDistributionTests {
  /// Computed with scipy 1.17.
  @Test(arguments: [
    (1.0, 3.841, 0.9499863162360432, 0.050013683763956804),
    (1.0, 34.792461221879265, 0.9999999963320898, 3.6679101561951965e-09),
    (2.0, 5.991, 0.9499883849734209, 0.05001161502657909),
    (10.0, 18.307, 0.9499994109086018, 0.05000058909139812),
    (100.0, 80.0, 0.07033506665939494, 0.9296649333406051),
    (0.5, 0.1, 0.5165553208304657, 0.48344467916953426),
    (1.0, 1e-08, 7.978845594730572e-05, 0.9999202115440526),
  ])
  func bothTails(_ degrees: Double, _ x: Double, _ lower: Double, _ upper: Double) throws {
    let distribution = try #require(ChiSquareDistribution(degrees: degrees))
    #expect(isCloseInProportion(distribution.cumulative(x), lower))
    #expect(isCloseInProportion(distribution.upperTail(x), upper))
  }

  /// Computed with scipy 1.17.
  @Test(arguments: [
    (1.0, 0.95, 3.841458820694124),
    (1.0, 0.001, 1.5707971492624921e-06),
    (2.0, 0.5, 1.386294361119891),
    (10.0, 0.95, 18.307038053275146),
    (10.0, 0.05, 3.9402991361190605),
    (30.0, 0.999, 59.70306430442994),
    (100.0, 0.99, 135.80672317102676),
    (1000.0, 0.025, 914.257153799259),
    (0.5, 0.5, 0.0873476047057468),
  ])
  func quantiles(_ degrees: Double, _ share: Double, _ x: Double) throws {
    #expect(isCloseInProportion(try #require(ChiSquareDistribution(degrees: degrees)).quantile(share), x))
  }

  /// As printed in tables of the 5 % and 1 % points.
  @Test(arguments: [(1.0, 3.841, 6.635), (2, 5.991, 9.210), (5, 11.070, 15.086), (20, 31.410, 37.566)])
  func tabledPoints(_ degrees: Double, _ five: Double, _ one: Double) throws {
    let distribution = try #require(ChiSquareDistribution(degrees: degrees))
    #expect(isClose(distribution.quantile(0.95), five, within: 5e-4))
    #expect(isClose(distribution.quantile(0.99), one, within: 5e-4))
  }

  @Test func belowZeroThereIsNothing() throws {
    let distribution = try #require(ChiSquareDistribution(degrees: 3))
    #expect(distribution.cumulative(-1) == 0)
    #expect(distribution.upperTail(-1) == 1)
    #expect(distribution.cumulative(.nan) == nil)
    #expect(distribution.quantile(1) == nil)
  }

  @Test(arguments: [0, -1, Double.nan, .infinity]) func degreesAreAboveZero(_ degrees: Double) {
    #expect(ChiSquareDistribution(degrees: degrees) == nil)
  }
}
