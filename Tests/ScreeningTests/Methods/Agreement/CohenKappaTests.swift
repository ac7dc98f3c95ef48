// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct CohenKappaTests {
  /// Computed with psych 2.2.9; the second table also with statsmodels 0.15.
  @Test(arguments: [
    ([[20, 5], [10, 15]], 0.4, 0.151_092_290_48, 0.648_907_709_52),
    (
      [[11, 3, 1, 0], [1, 8, 3, 0], [0, 2, 14, 4], [0, 0, 3, 10]], 0.616_829_451_54, 0.461_772_017_971,
      0.771_886_885_109
    ),
  ])
  func kappaAndItsIntervalAsPsychHasThem(_ counts: [[Int]], _ kappa: Double, _ low: Double, _ high: Double) throws {
    let found = try CohenKappa(AgreementTable(counts))
    #expect(isClose(found.kappa.value, kappa, within: 1e-10))
    #expect(found.kappa.n == counts.joined().reduce(0, +))
    #expect(isClose(found.kappa.interval?.low, low, within: 1e-10))
    #expect(isClose(found.kappa.interval?.high, high, within: 1e-10))
  }

  @Test func agreementAndChanceAreShown() throws {
    let found = try CohenKappa(AgreementTable([[20, 5], [10, 15]]))
    #expect(isClose(found.observedAgreement, 0.7))
    #expect(isClose(found.chanceAgreement, 0.5))
  }

  @Test func itIsTheSlowTwinPairByPair() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      var random = SmallRandom(seed: seed)
      let first = (0..<30).map { _ in random.below(3) }
      let second = first.map { random.below(3) == 0 ? random.below(3) : $0 }
      let found = try CohenKappa(AgreementTable(first: first, second: second, categories: 3))
      // Chance: every rating of the one against every rating of the other.
      let agreed = zip(first, second).filter { $0 == $1 }.count
      let chance = first.reduce(0) { sum, one in sum + second.filter { $0 == one }.count }
      let (observed, expected) = (Double(agreed) / 30, Double(chance) / 900)
      #expect(isClose(found.kappa.value, (observed - expected) / (1 - expected)))
    }
  }

  @Test func perfectAgreementHasNoInterval() throws {
    let found = try CohenKappa(AgreementTable([[7, 0], [0, 6]]))
    #expect(found.kappa.value == 1)
    #expect(found.kappa.interval == nil)
    #expect(found.standardError == 0)
  }

  @Test func oneCategoryOnlyHasNoKappa() {
    #expect(throws: NoEstimate.noVariance) { try CohenKappa(AgreementTable([[9, 0], [0, 0]])) }
  }

  @Test func aLevelIsBetweenZeroAndOne() {
    #expect(throws: NoEstimate.badParameter("level")) {
      try CohenKappa(AgreementTable([[20, 5], [10, 15]]), level: 1)
    }
  }
}
