// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct IncompleteGammaTests {
  /// Computed with scipy 1.17.
  @Test(arguments: [
    (0.5, 0.5, 0.6826894921370859, 0.31731050786291115),
    (2.0, 1.0, 0.8646647167633873, 0.1353352832366127),
    (1.0, 3.0, 0.08030139707139418, 0.9196986029286058),
    (20.0, 10.0, 0.9950045876916924, 0.0049954123083075785),
    (480.0, 500.0, 0.18628197319032458, 0.8137180268096754),
    (30.0, 0.5, 0.9999999999999906, 9.485737571073857e-15),
    (2100.0, 2000.0, 0.9863525323166297, 0.013647467683370367),
  ])
  func bothTails(_ x: Double, _ a: Double, _ lower: Double, _ upper: Double) throws {
    let found = try #require(IncompleteGamma.regularised(x, a: a))
    #expect(isCloseInProportion(found.lower, lower))
    #expect(isCloseInProportion(found.upper, upper))
  }

  @Test func theEndsHoldNothingAndAll() throws {
    let none = try #require(IncompleteGamma.regularised(0, a: 2))
    #expect(none == (0, 1))
    let all = try #require(IncompleteGamma.regularised(.infinity, a: 2))
    #expect(all == (1, 0))
  }

  @Test(arguments: [(-0.1, 1.0), (1, 0), (1, -1), (.nan, 1), (1, .infinity), (1, .nan)])
  func elsewhereThereIsNoValue(_ x: Double, _ a: Double) {
    #expect(IncompleteGamma.regularised(x, a: a) == nil)
  }
}
