// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct WilsonIntervalTests {
  /// The examples of R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, computed with epiR 2.0.57.
  @Test(arguments: [
    (81, 263, 0.307_984_790_87, 0.255_288_519_88, 0.366_209_576_98),
    (15, 148, 0.101_351_351_35, 0.062_386_399_531, 0.160_487_241_72), (0, 20, 0, 0, 0.161_125_158_05),
    (1, 29, 0.034_482_758_621, 0.006_113_214_292_8, 0.171_755_218_79), (29, 29, 1, 0.883_030_201_5, 1),
  ])
  func newcombesExamples(_ x: Int, _ n: Int, _ p: Double, _ low: Double, _ high: Double) throws {
    let found = try WilsonInterval.proportion(x, of: n)
    #expect(isClose(found.value, p, within: 1e-10))
    #expect(found.n == n)
    let interval = try #require(found.interval)
    #expect(isClose(interval.low, low, within: 1e-10))
    #expect(isClose(interval.high, high, within: 1e-10))
    #expect(interval.level == 0.95)
  }

  /// Computed with statsmodels 0.15.
  @Test func anotherLevelHasAnotherInterval() throws {
    let found = try WilsonInterval.proportion(81, of: 263, level: 0.9)
    #expect(isClose(found.interval?.low, 0.263_313_617_188_481_4))
    #expect(isClose(found.interval?.high, 0.356_566_349_608_488_1))
  }

  /// The limits are the two shares whose own standard errors put p just z of them away.
  @Test func theLimitsSolveTheScoreEquation() throws {
    for n in [1, 7, 50, 3000] {
      for x in stride(from: 0, through: n, by: max(1, n / 7)) {
        let found = try WilsonInterval.proportion(x, of: n)
        let interval = try #require(found.interval)
        for limit in [interval.low, interval.high] where limit > 0 && limit < 1 {
          let distance = abs(found.value - limit) / (limit * (1 - limit) / Double(n)).squareRoot()
          #expect(isClose(distance, 1.959_963_984_540_054, within: 1e-9))
        }
      }
    }
  }

  @Test(arguments: [
    (0, 0, 0.95, NoEstimate.tooFew(n: 0, least: 1)), (3, 2, 0.95, .badParameter("successes")),
    (-1, 2, 0.95, .badParameter("successes")), (1, 2, 1, .badParameter("level")),
  ])
  func whatIsNoProportionIsRefused(_ x: Int, _ n: Int, _ level: Double, _ reason: NoEstimate) {
    #expect(throws: reason) { try WilsonInterval.proportion(x, of: n, level: level) }
  }
}
