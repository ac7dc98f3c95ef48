// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct LMSTests {
  @Test func thePublishedWeightForAgeExample() {
    let norm = LMS(l: -0.160_095_4, m: 9.476_500_305, s: 0.112_186_24)
    #expect(isClose(norm.zScore(of: 9.7), 0.207_399_411_862_526_3))
  }

  @Test func withLZeroTheLogarithmIsTaken() {
    #expect(isClose(LMS(l: 0, m: 20, s: 0.15).zScore(of: 24), 1.215_477_045_293_030_6))
  }

  @Test func nearZeroThePowerMeetsTheLogarithm() throws {
    let logarithm = try #require(LMS(l: 0, m: 20, s: 0.15).zScore(of: 24))
    #expect(isClose(LMS(l: 1e-13, m: 20, s: 0.15).zScore(of: 24), logarithm))
  }

  @Test(arguments: [(1.1, 0.0, true), (0, 0, false), (-0.5, 0, false), (1, -1, false), (0.5, -0.01, false)])
  func aMeasurementWithoutAFiniteScoreHasNone(_ l: Double, _ x: Double, _ hasScore: Bool) {
    #expect((LMS(l: l, m: 10, s: 0.2).zScore(of: x) != nil) == hasScore)
  }

  @Test func theMeasurementOfAScoreGivesTheScoreBack() throws {
    for l in [-1.5, -0.2, 0, 0.3, 1, 2.4] {
      let norm = LMS(l: l, m: 13.6, s: 0.23)
      for z in stride(from: -1.6, through: 1.6, by: 0.2) {
        let x = try #require(norm.measurement(atZ: z))
        #expect(isClose(norm.zScore(of: x), z, within: 1e-12))
      }
    }
  }

  @Test func beyondTheEndOfTheScaleThereIsNoMeasurement() {
    #expect(LMS(l: 1, m: 10, s: 0.25).measurement(atZ: -4) == nil)
    #expect(LMS(l: -2, m: 10, s: 0.25).measurement(atZ: 2) == nil)
  }
}
