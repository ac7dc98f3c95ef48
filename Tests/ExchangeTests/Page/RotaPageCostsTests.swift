// SPDX-License-Identifier: Apache-2.0

import Exchange
import Scheduling
import Testing
import Vocabulary

struct RotaPageCostsTests {
  @Test func onlyTermsThatCostSomethingAreListedWithTheirCount() throws {
    let small = try SmallWeek()
    var weights = RotaProblem.Weights()
    weights.travel = 2
    weights.preferWindow = 10
    let problem = try RotaProblem(
      name: "small",
      horizon: small.problem.horizon,
      places: small.problem.places,
      travel: small.problem.travel,
      staff: small.problem.staff,
      visits: small.problem.visits,
      weights: weights
    )
    let costs = RotaPageContent.costs(
      of: RotaCost([(.leftOut, 400), (.travel, 170)]),
      in: problem,
      answer: small.answer
    )
    #expect(
      costs == [
        .init(words: "visits left out, each at its own weight", count: 1, cost: 400),
        .init(words: "minutes of travel", count: 85, cost: 170),
      ]
    )
  }

  @Test(arguments: RotaCost.Term.allCases) func everyTermHasWordsOfItsOwn(_ term: RotaCost.Term) throws {
    let small = try SmallWeek()
    let costs = RotaPageContent.costs(of: RotaCost([(term, 7)]), in: small.problem, answer: small.answer)
    #expect(costs.map(\.cost) == [7])
    let others = RotaCost.Term.allCases.filter { $0 != term }.flatMap { other in
      RotaPageContent.costs(of: RotaCost([(other, 7)]), in: small.problem, answer: small.answer).map(\.words)
    }
    #expect(!others.contains(costs[0].words))
  }
}
