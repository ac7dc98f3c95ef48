// SPDX-License-Identifier: Apache-2.0

import Glibc
import Screening
import Testing
import Vocabulary

@Suite struct ExpectedAPosterioriTests {
  private let estimator = AbilityEstimator(.expectedAPosteriori)

  @Test(arguments: CatRCase.all) func theEstimateIsThatOfCatR(_ golden: CatRCase) throws {
    let estimate = try #require(try self.estimator.estimate(golden.responses, in: golden.bank))
    #expect(isClose(estimate.theta, golden.eap.theta, within: 1e-9))
    #expect(isClose(estimate.standardError, golden.eap.standardError, within: 1e-9))
    #expect(estimate.bound == nil)
  }

  @Test(arguments: CatRCase.all) func itIsTheMeanOverAPlainSumOfProducts(_ golden: CatRCase) throws {
    let own = AbilityEstimator(
      .expectedAPosteriori, prior: AbilityPrior(mean: 0.5, sd: 1.3), range: AbilityRange(-5, 6), gridPoints: 45)
    var (total, first, second) = (0.0, 0.0, 0.0)
    for index in 0..<45 {
      let theta = -5 + Double(index) * 0.25
      var weight = NormalDistribution.density((theta - 0.5) / 1.3) * (index == 0 || index == 44 ? 0.5 : 1)
      for (curve, response) in zip(golden.bank.curves, golden.responses) {
        if let response { weight *= curve.probabilities(at: theta)[response] }
      }
      total += weight
      first += weight * theta
      second += weight * theta * theta
    }
    let mean = first / total
    let estimate = try #require(try own.estimate(golden.responses, in: golden.bank))
    #expect(isClose(estimate.theta, mean, within: 1e-12))
    #expect(isClose(estimate.standardError, (second / total - mean * mean).squareRoot(), within: 1e-10))
  }

  @Test func aLongTestDoesNotUnderflow() throws {
    let items = (0..<4_000).map {
      BankItem(code: ItemCode("L\($0)"), discrimination: 2, thresholds: [Double($0 % 5) - 2])
    }
    let bank = ItemBank(model: .twoParameter, items: items)
    let responses: [Int?] = items.indices.map { $0 % 5 < 2 ? 1 : ($0 / 5) % 2 }
    let estimate = try #require(try self.estimator.estimate(responses, in: bank))
    #expect(estimate.theta.isFinite && estimate.standardError.isFinite)
  }
}
