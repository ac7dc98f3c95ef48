// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct ContentBalanceTests {
  private static let balance = ContentBalance([
    .init(domain: "E", share: 0.5), .init(domain: "C", share: 0.3), .init(domain: "N", share: 0.2),
  ])

  // Gaps worked by hand, such as 0.5 − 2/4 = 0, 0.3 − 1/4 = 0.05, 0.2 − 1/4 = −0.05 in the fourth.
  @Test(
    arguments: [
      ([0, 0, 0], [true, true, true], 0), ([1, 0, 0], [true, true, true], 1), ([1, 1, 0], [true, true, true], 2),
      ([2, 1, 1], [true, true, true], 1), ([2, 2, 1], [true, true, true], 0), ([0, 0, 0], [false, true, true], 1),
      ([3, 0, 0], [true, false, false], 0), ([1, 1, 1], [false, false, false], nil),
    ] as [([Int], [Bool], Int?)]) func theDomainFurthestBelowItsTargetIsNext(
      _ answered: [Int], _ canAsk: [Bool], _ next: Int?
    )
  {
    #expect(Self.balance.next(answered: answered, canAsk: canAsk) == next)
  }

  @Test func ofEqualsTheFirstNamedIsNext() {
    let even = ContentBalance([.init(domain: "E", share: 0.5), .init(domain: "C", share: 0.5)])
    #expect(even.next(answered: [0, 0], canAsk: [true, true]) == 0)
    #expect(even.next(answered: [2, 2], canAsk: [true, true]) == 0)
  }

  private static let bank = ItemBank(
    model: .rasch,
    items: [("A", "E"), ("B", "C"), ("D", nil)].map {
      BankItem(code: ItemCode($0), thresholds: [0], domain: $1)
    })

  @Test(
    arguments: [
      ([("E", 0.5), ("C", 0.5)], ["D is of no domain"]),
      ([("E", 1)], ["B is of the domain C", "D is of no domain"]),
      ([("E", 0.5), ("C", 0.25), ("N", 0.25)], ["the domain N has a target and no item", "D is of no domain"]),
      ([("E", 0.5), ("C", 0.4)], ["the targets sum to 0.9", "D is of no domain"]),
      ([("E", 0.5), ("C", 0.25), ("C", 0.25)], ["the domain C has two targets", "D is of no domain"]),
      ([("E", 1), ("C", 0)], ["the target of C is 0", "D is of no domain"]),
    ] as [([(String, Double)], [String])]) func whatDoesNotFitTheBankIsReported(
      _ targets: [(String, Double)], _ starts: [String]
    )
  {
    let content = ContentBalance(targets.map { ContentBalance.Target(domain: $0, share: $1) })
    let problems = content.problems(for: Self.bank)
    #expect(problems.count == starts.count)
    for (problem, start) in zip(problems, starts) { #expect(problem.hasPrefix(start)) }
  }
}
