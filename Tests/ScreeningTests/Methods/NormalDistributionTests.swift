// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct NormalDistributionTests {
  /// Scores of mean 100 and sd 15 with their percentiles, computed with scipy.
  @Test(arguments: [
    (70.0, 2.275_013_194_817_919_5), (77, 6.259_687_279_090_683), (81, 10.263_725_183_213_579),
    (82, 11.506_967_022_170_823), (85, 15.865_525_393_145_708), (90, 25.249_253_754_692_29), (100, 50),
    (115, 84.134_474_606_854_3),
  ])
  func percentilesOfStandardScores(_ score: Double, _ percentile: Double) {
    #expect(isClose(100 * NormalDistribution.cumulative((score - 100) / 15), percentile, within: 1e-14))
  }

  /// Quantiles to 17 digits, as in published tables.
  @Test(arguments: [
    (0.5, 0.0), (0.975, 1.959_963_984_540_054_2), (0.95, 1.644_853_626_951_472_2),
    (0.9, 1.281_551_565_544_600_4), (0.995, 2.575_829_303_548_900_4), (0.75, 0.674_489_750_196_081_7),
    (0.999, 3.090_232_306_167_813_5), (0.001, -3.090_232_306_167_813_5), (1e-10, -6.361_340_902_404_055_6),
    (1e-300, -37.047_096_299_361_199),
  ])
  func quantilesOfKnownShares(_ share: Double, _ z: Double) throws {
    #expect(isClose(NormalDistribution.quantile(share), z, within: 4e-15))
  }

  @Test func theQuantileUndoesTheShare() throws {
    for step in 1...4000 {
      let share = Double(step) / 4001
      let z = try #require(NormalDistribution.quantile(share))
      #expect(isClose(NormalDistribution.cumulative(z), share, within: 4e-16))
    }
  }

  @Test(arguments: [0, 1, -0.1, 1.1, .nan, .infinity]) func otherSharesHaveNoQuantile(_ share: Double) {
    #expect(NormalDistribution.quantile(share) == nil)
  }
}
