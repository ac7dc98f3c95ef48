// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct AdaptiveStopTests {
  private static func run(_ stop: AdaptiveStop, _ scores: [Int]) throws -> (asked: Int, end: AdaptiveStep) {
    let test = try AdaptiveTest(bank: CatRCase.bank(.twoParameter), rules: AdaptiveRules(stop: stop))
    let (answers, end) = try test.run(on: scores)
    return (answers.count, end)
  }

  /// The golden path: 4, 7, 5, 6, 8, 2, 3, 1 with standard errors .8378, .7452, .6980, .6637, .6400, .6170, .6037.
  private static let scores = [1, 1, 1, 1, 1, 0, 0, 0]

  @Test(arguments: [(0.9, 1, 1), (0.7, 1, 3), (0.65, 1, 5), (0.7, 4, 4), (0.604, 1, 7)])
  func itEndsAtTheStandardErrorButNotBeforeTheLeastLength(_ goal: Double, _ least: Int, _ asked: Int) throws {
    let (count, end) = try Self.run(AdaptiveStop(standardError: goal, least: least), Self.scores)
    #expect(count == asked)
    let estimate = try #require(end.estimate)
    #expect(end.reason == .precise(standardError: estimate.standardError, atMost: goal))
  }

  @Test func itEndsAtItsGreatestLength() throws {
    let (count, end) = try Self.run(AdaptiveStop(standardError: 0.1, most: 6), Self.scores)
    #expect(count == 6)
    #expect(end.reason == .length(asked: 6, most: 6))
  }

  @Test func anItemThatWasNotAnsweredCountsForTheGreatestLengthOnly() throws {
    let stop = AdaptiveStop(standardError: 2, most: 3, least: 2)
    let test = try AdaptiveTest(bank: CatRCase.bank(.twoParameter), rules: AdaptiveRules(stop: stop))
    let silent = [3, 4, 6].map { AdaptiveAnswer(position: $0, score: nil) }
    #expect(try test.next(after: Array(silent.prefix(2))).position != nil)
    let end = try test.next(after: silent)
    #expect(end.reason == .length(asked: 3, most: 3))
    #expect(end.estimate == nil)
  }

  @Test func itEndsWhenNoItemLeftSaysEnough() throws {
    // After items 4, 7, 5 and 6, at .28543748662, the best left is 8: 1.44·P·(1 − P) with
    // P = 1/(1 + e^(1.2·(1.9 − .28543748662))).
    let (count, end) = try Self.run(AdaptiveStop(information: 0.17), Self.scores)
    guard case .littleLeft(let information, 0.17)? = end.reason else {
      Issue.record("\(end)")
      return
    }
    #expect(count == 4)
    #expect(isClose(information, 0.158_498_322_5, within: 1e-9))
  }

  /// The golden path's 90% intervals: -.999 to 1.452, -.672 to 1.624, -.806 to 1.377, -.841 to 1.265, from the second
  /// item on.
  private static let clear: [(cuts: [Double], below: Int, asked: Int)] = [
    ([-0.8], 1, 3), ([1.3], 0, 5), ([-3, -0.85, 1.3], 2, 5), ([-1], 1, 2),
  ]

  @Test(arguments: Self.clear)
  func itEndsWhenTheTierIsClear(_ cuts: [Double], _ below: Int, _ asked: Int) throws {
    let (count, end) = try Self.run(AdaptiveStop(least: 2, clear: 0.90, cuts: cuts), Self.scores)
    guard case .clear(let clear)? = end.reason else {
      Issue.record("\(end)")
      return
    }
    #expect(clear.cutsBelow == below)
    #expect(clear.level == 0.90)
    let estimate = try #require(end.estimate)
    #expect(isClose(clear.low, estimate.theta - 1.644_853_627 * estimate.standardError, within: 1e-9))
    #expect(isClose(clear.high, estimate.theta + 1.644_853_627 * estimate.standardError, within: 1e-9))
    #expect(count == asked)
  }

  @Test func aCutInsideTheIntervalKeepsItGoing() throws {
    let (count, end) = try Self.run(AdaptiveStop(clear: 0.90, cuts: [0.4]), Self.scores)
    #expect(count == 8)
    #expect(end.reason == .exhausted(asked: 8))
  }

  @Test(
    arguments: [
      (-1.2, 0.2, 0), (-0.9, 0.2, nil), (-0.5, 0.2, 1), (0.9, 0.2, nil), (1.4, 0.2, 2), (0, 2, nil),
    ] as [(Double, Double, Int?)]) func anIntervalLiesBetweenTwoCutsOrHoldsOne(
      _ theta: Double, _ standardError: Double, _ below: Int?
    )
  {
    let stop = AdaptiveStop(clear: 0.90, cuts: [-0.85, 1])
    let estimate = AbilityEstimate(theta: theta, standardError: standardError, answered: 5)
    #expect(stop.clarity(of: estimate)?.cutsBelow == below)
  }

  @Test func anEstimateAtTheEndOfItsRangeIsNeverClearNorPrecise() throws {
    let atEnd = AbilityEstimate(theta: 4, standardError: 0.1, bound: .highest, answered: 5)
    #expect(AdaptiveStop(clear: 0.9, cuts: [0]).clarity(of: atEnd) == nil)
    let rules = AdaptiveRules(
      estimator: AbilityEstimator(.maximumLikelihood),
      stop: AdaptiveStop(standardError: 10, clear: 0.5, cuts: [-3]))
    let test = try AdaptiveTest(bank: CatRCase.bank(.twoParameter), rules: rules)
    let (answers, end) = try test.run(on: [Int](repeating: 1, count: 8))
    #expect(answers.count == 8)
    #expect(end.reason == .exhausted(asked: 8))
  }

  @Test(arguments: [
    AdaptiveStop(standardError: 0), AdaptiveStop(standardError: .nan), AdaptiveStop(least: 0),
    AdaptiveStop(most: 0), AdaptiveStop(most: 4, least: 5), AdaptiveStop(information: -1),
    AdaptiveStop(clear: 1, cuts: [0]), AdaptiveStop(clear: 0.9), AdaptiveStop(cuts: [1, 0]),
    AdaptiveStop(cuts: [.infinity]),
  ]) func anUnsoundRuleIsReported(_ stop: AdaptiveStop) {
    #expect(stop.problems.count == 1)
  }

  @Test func soundRulesHaveNoProblem() {
    let stop = AdaptiveStop(standardError: 0.35, most: 20, least: 5, information: 0.1, clear: 0.9, cuts: [-1, 1])
    #expect(stop.problems.isEmpty)
  }
}
