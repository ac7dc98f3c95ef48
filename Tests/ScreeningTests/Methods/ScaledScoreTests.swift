// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct ScaledScoreTests {
  @Test(arguments: [
    (-0.835_198, 100.0, 15.0, 87.0), (0, 100, 15, 100), (1, 10, 3, 13), (-2, 50, 10, 30), (0.5, 10, 3, 12),
    (-0.1666666, 10, 3, 10),
  ])
  func zScoresOnPublishedScales(_ z: Double, _ mean: Double, _ sd: Double, _ expected: Double) {
    let scale = ScaleScore(of: ScoreName("z"), mean: mean, sd: sd)
    #expect(ScaledScore(z: z, on: scale)?.value == expected)
  }

  @Test(arguments: [(-4.0, 55.0, ScaledScore.Beyond.below), (4, 145, .above)])
  func theLimitsHold(_ z: Double, _ expected: Double, _ beyond: ScaledScore.Beyond) {
    let scale = ScaleScore(of: ScoreName("z"), mean: 100, sd: 15, clip: InclusiveRange(55, 145))
    #expect(ScaledScore(z: z, on: scale)?.value == expected)
    #expect(ScaledScore(z: z, on: scale)?.beyond == beyond)
  }

  @Test func aScoreOnTheLimitIsNotBeyondIt() {
    let scale = ScaleScore(of: ScoreName("z"), mean: 100, sd: 15, clip: InclusiveRange(55, 145))
    #expect(ScaledScore(z: -3, on: scale)?.beyond == nil)
  }

  @Test func aScaleMayKeepItsDecimals() {
    let scale = ScaleScore(of: ScoreName("z"), mean: 100, sd: 15, round: .none)
    #expect(ScaledScore(z: 0.5, on: scale)?.value == 107.5)
  }
}
