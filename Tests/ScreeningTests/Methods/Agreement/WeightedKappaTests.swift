// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct WeightedKappaTests {
  /// The values with psych 2.2.9, the variances with statsmodels 0.15 (both by Fleiss, Cohen and Everitt).
  @Test(arguments: [
    (WeightedKappa.Weights.linear, 0.748_016_798_88, 0.003_220_564_265_321_933_8),
    (.quadratic, 0.854_827_002_178, 0.001_630_493_939_454_952_2),
  ])
  func fourCategories(_ weights: WeightedKappa.Weights, _ kappa: Double, _ variance: Double) throws {
    let table = try AgreementTable([[11, 3, 1, 0], [1, 8, 3, 0], [0, 2, 14, 4], [0, 0, 3, 10]])
    let found = try WeightedKappa(table, weights: weights)
    #expect(isClose(found.kappa.value, kappa, within: 1e-10))
    #expect(isClose(found.standardError, variance.squareRoot(), within: 1e-10))
    #expect(isClose(found.kappa.interval?.low, kappa - 1.959_963_984_54 * variance.squareRoot(), within: 1e-9))
    #expect(isClose(found.kappa.interval?.high, kappa + 1.959_963_984_54 * variance.squareRoot(), within: 1e-9))
    #expect(found.kappa.n == 60)
  }

  @Test func ofTwoCategoriesItIsKappa() throws {
    let table = try AgreementTable([[20, 5], [10, 15]])
    let plain = try CohenKappa(table)
    for weights in WeightedKappa.Weights.allCases {
      let found = try WeightedKappa(table, weights: weights)
      #expect(isClose(found.kappa.value, plain.kappa.value))
      #expect(isClose(found.standardError, plain.standardError))
    }
  }

  /// One less the mean distance of the pairs over the mean distance of all ratings of one from all of the other.
  @Test func itIsTheSlowTwinPairByPair() throws {
    for seed in 1...30 as ClosedRange<UInt64> {
      var random = SmallRandom(seed: seed)
      let first = (0..<25).map { _ in random.below(5) }
      let second = first.map { min(4, max(0, $0 + random.below(3) - 1)) }
      for (weights, power) in [(WeightedKappa.Weights.linear, 1), (.quadratic, 2)] {
        func distance(_ a: Int, _ b: Int) -> Double { Double(power == 1 ? abs(a - b) : (a - b) * (a - b)) }
        let seen = zip(first, second).reduce(0) { $0 + distance($1.0, $1.1) } / 25
        let chance = first.reduce(0) { sum, a in sum + second.reduce(0) { $0 + distance(a, $1) } } / 625
        let table = try AgreementTable(first: first, second: second, categories: 5)
        #expect(isClose(try WeightedKappa(table, weights: weights).kappa.value, 1 - seen / chance))
      }
    }
  }

  @Test func perfectAgreementHasNoIntervalAndOneCategoryNoKappa() throws {
    let perfect = try WeightedKappa(AgreementTable([[7, 0], [0, 6]]), weights: .linear)
    #expect(perfect.kappa.value == 1)
    #expect(perfect.kappa.interval == nil)
    #expect(throws: NoEstimate.noVariance) {
      try WeightedKappa(AgreementTable([[0, 0], [0, 4]]), weights: .quadratic)
    }
  }
}
