// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct AdaptiveTestTests {
  /// catR 3.17: maximum information and the expected value a posteriori, from ability 0.
  @Test func thePathAndItsEstimatesAreThoseOfCatR() throws {
    let golden: [(item: Int, score: Int, theta: Double, standardError: Double)] = [
      (4, 1, 0.471_610_996_46, 0.837_756_735_14), (7, 0, 0.226_605_636_79, 0.745_195_682_39),
      (5, 1, 0.475_736_407_95, 0.698_000_890_55), (6, 0, 0.285_437_486_62, 0.663_732_846_75),
      (8, 0, 0.211_733_867_65, 0.640_033_042_83), (2, 1, 0.278_353_303_18, 0.616_971_488_1),
      (3, 1, 0.362_441_450_71, 0.603_722_195_35), (1, 1, 0.396_689_196_47, 0.595_333_417_88),
    ]
    let test = try AdaptiveTest(bank: CatRCase.bank(.twoParameter), rules: AdaptiveRules())
    var answers: [AdaptiveAnswer] = []
    for step in golden {
      let next = try test.next(after: answers)
      guard case .ask(let position, _, _) = next else {
        Issue.record("it stopped before item \(step.item)")
        return
      }
      #expect(position + 1 == step.item)
      answers.append(AdaptiveAnswer(position: position, score: step.score))
      let estimate = try #require(try test.next(after: answers).estimate)
      #expect(isClose(estimate.theta, step.theta, within: 1e-9))
      #expect(isClose(estimate.standardError, step.standardError, within: 1e-9))
    }
    guard case .stop(.exhausted(asked: 8), _) = try test.next(after: answers) else {
      Issue.record("it went on after its last item")
      return
    }
  }

  @Test(arguments: [
    ([AdaptiveAnswer(position: 8, score: 1)], "adaptive.answer"), ([.init(position: -1, score: 1)], "adaptive.answer"),
    ([.init(position: 2, score: 1), .init(position: 2, score: 0)], "adaptive.answer"),
    ([.init(position: 2, score: nil), .init(position: 2, score: 0)], "adaptive.answer"),
    ([.init(position: 2, score: 2)], "bank.score-outside"),
  ]) func answersThatCannotHaveBeenGivenAreRefused(_ answers: [AdaptiveAnswer], _ code: String) throws {
    let test = try AdaptiveTest(bank: CatRCase.bank(.rasch), rules: AdaptiveRules())
    let fault = #expect(throws: Fault.self) { try test.next(after: answers) }
    #expect(fault?.code.name == code)
  }

  @Test func anItemThatWasNotAnsweredIsNotAskedAgainNorCounted() throws {
    let test = try AdaptiveTest(bank: CatRCase.bank(.twoParameter), rules: AdaptiveRules())
    guard case .ask(position: 3, _, nil) = try test.next(after: []),
      case .ask(let second, _, nil) = try test.next(after: [AdaptiveAnswer(position: 3, score: nil)])
    else {
      Issue.record("the first item is asked from the start, the second too")
      return
    }
    // The next best at ability 0.
    #expect(second == 4)
  }

  @Test func rulesThatDoNotFitAreRefused() throws {
    let rules = AdaptiveRules(stop: AdaptiveStop(most: 3, least: 5))
    let fault = #expect(throws: Fault.self) { try AdaptiveTest(bank: CatRCase.bank(.rasch), rules: rules) }
    #expect(fault?.code == .unsoundAdaptiveRules)
    let flawed = ItemBank(model: .rasch, items: [])
    #expect(throws: Fault.self) { try AdaptiveTest(bank: flawed, rules: AdaptiveRules()) }
  }

  @Test func theStartCanBeGiven() throws {
    let bank = CatRCase.bank(.rasch)
    for (start, item) in [(-2.1, 0), (1.8, 7), (0.55, 5)] {
      let step = try AdaptiveTest(bank: bank, rules: AdaptiveRules(start: start)).next(after: [])
      #expect(step.position == item)
    }
  }
}
