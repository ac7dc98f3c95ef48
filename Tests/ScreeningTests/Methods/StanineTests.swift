// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct StanineTests {
  /// The boundaries −1.75, −1.25 … 1.75; each belongs to the stanine above it.
  @Test(arguments: 1...8) func aBoundaryBelongsToTheStanineAbove(_ below: Int) {
    let boundary = -1.75 + 0.5 * Double(below - 1)
    #expect(Stanine.stanine(ofZ: boundary) == below + 1)
    #expect(Stanine.stanine(ofZ: boundary - 1e-9) == below)
    #expect(Stanine.stanine(ofZ: boundary + 1e-9) == below + 1)
    #expect(Stanine.stanine(ofZ: boundary + 0.25) == below + 1)
  }

  @Test(arguments: [(-40.0, 1), (-1e300, 1), (0, 5), (40, 9), (1e300, 9)])
  func theEndsAreOpen(_ z: Double, _ stanine: Int) { #expect(Stanine.stanine(ofZ: z) == stanine) }

  @Test(arguments: [Double.nan, .infinity, -.infinity]) func whatIsNoNumberHasNoStanine(_ z: Double) {
    #expect(Stanine.stanine(ofZ: z) == nil)
  }

  /// 4, 7, 12, 17, 20, 17, 12, 7 and 4 % of a normal population (Anastasi & Urbina 1997).
  @Test func aNormalPopulationFallsIntoThePublishedShares() {
    let shares = (1...9).map { stanine in
      let low = stanine == 1 ? 0 : NormalDistribution.cumulative(-1.75 + 0.5 * Double(stanine - 2))
      let high = stanine == 9 ? 1 : NormalDistribution.cumulative(-1.75 + 0.5 * Double(stanine - 1))
      return Int((100 * (high - low)).rounded())
    }
    #expect(shares == [4, 7, 12, 17, 20, 17, 12, 7, 4])
  }
}
