// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct AdaptivePropertyTests {
  private static let domains = ["comprehension", "expression", "narrative"]

  @Test(arguments: ItemBank.Model.allCases)
  func aShortTestComesNearTheWholeBank(_ model: ItemBank.Model) throws {
    var children = AdaptiveChildren(seed: 7)
    let bank = children.bank(model, items: 120)
    let rules = AdaptiveRules(stop: AdaptiveStop(standardError: 0.4, most: 40, least: 5))
    let test = try AdaptiveTest(bank: bank, rules: rules)
    var (gaps, asked, precise) = (0.0, 0, 0)
    for _ in 0..<60 {
      let ability = children.ability()
      let scores = children.scores(of: ability, on: bank)
      let (answers, end) = try test.run(on: scores)
      let short = try #require(end.estimate)
      let full = try #require(try rules.estimator.estimate(scores, in: bank))
      // The whole bank holds the short test, so the two differ by less than the short one's own error, mostly.
      #expect(abs(short.theta - full.theta) < 3.5 * short.standardError)
      gaps += (short.theta - full.theta) * (short.theta - full.theta)
      asked += answers.count
      if case .precise(let standardError, 0.4) = try #require(end.reason) {
        #expect(standardError <= 0.4)
        precise += 1
      }
    }
    #expect((gaps / 60).squareRoot() < 0.4)
    #expect(asked < 60 * 40)
    #expect(precise > 50)
  }

  @Test(arguments: 1...20 as ClosedRange<UInt64>)
  func theSameSeedAndAnswersGiveTheSamePathAndNoItemTwice(_ seed: UInt64) throws {
    var children = AdaptiveChildren(seed: seed)
    let bank = children.bank(.graded, items: 40, domains: Self.domains)
    let content = ContentBalance([
      .init(domain: "comprehension", share: 0.5), .init(domain: "expression", share: 0.3),
      .init(domain: "narrative", share: 0.2),
    ])
    let rules = AdaptiveRules(content: content, randomesque: 4)
    let scores = children.scores(of: children.ability(), on: bank)
    let path = try AdaptiveTest(bank: bank, rules: rules, seed: seed).run(on: scores)
    let again = try AdaptiveTest(bank: bank, rules: rules, seed: seed).run(on: scores)
    #expect(path.answers == again.answers)
    #expect(path.end == again.end)
    #expect(path.answers.map(\.position).sorted() == Array(0..<40))
  }

  @Test func anotherSeedGivesAnotherPath() throws {
    var children = AdaptiveChildren(seed: 3)
    let bank = children.bank(.twoParameter, items: 60)
    let rules = AdaptiveRules(randomesque: 5, stop: AdaptiveStop(most: 10))
    let scores = children.scores(of: 0, on: bank)
    let paths = try (0..<30).map { seed in
      try AdaptiveTest(bank: bank, rules: rules, seed: seed).run(on: scores).answers.map(\.position)
    }
    #expect(Set(paths).count > 25)
    // Every one of the five best is the first item of some child.
    #expect(Set(paths.compactMap(\.first)).count == 5)
  }

  @Test(arguments: [[0.5, 0.5], [0.7, 0.3], [0.5, 0.3, 0.2], [0.4, 0.35, 0.25], [0.6, 0.2, 0.2]])
  func theContentStaysWithinOneItemOfItsTarget(_ shares: [Double]) throws {
    var children = AdaptiveChildren(seed: 11)
    let names = Array(Self.domains.prefix(shares.count))
    let bank = children.bank(.twoParameter, items: 120, domains: names)
    let content = ContentBalance(zip(names, shares).map { ContentBalance.Target(domain: $0, share: $1) })
    let test = try AdaptiveTest(
      bank: bank, rules: AdaptiveRules(content: content, randomesque: 3, stop: AdaptiveStop(most: 36)), seed: 5)
    let (answers, _) = try test.run(on: children.scores(of: 0.4, on: bank))
    var counts = [Int](repeating: 0, count: names.count)
    for (index, answer) in answers.enumerated() {
      let domain = bank.items[answer.position].domain
      for place in names.indices where names[place] == domain { counts[place] += 1 }
      for (count, share) in zip(counts, shares) {
        #expect(abs(Double(count) - share * Double(index + 1)) <= 1 + 1e-9)
      }
    }
    #expect(answers.count == 36)
  }

  /// The slow twin of the choice of an item: every item's information from numeric derivatives, the greatest taken.
  @Test(arguments: ItemBank.Model.allCases) func theItemIsTheOneAPlainSearchFinds(_ model: ItemBank.Model) throws {
    var children = AdaptiveChildren(seed: 23)
    let bank = children.bank(model, items: 50, domains: Self.domains)
    let shares = [0.5, 0.3, 0.2]
    let content = ContentBalance(zip(Self.domains, shares).map { ContentBalance.Target(domain: $0, share: $1) })
    for rules in [AdaptiveRules(), AdaptiveRules(content: content)] {
      let test = try AdaptiveTest(bank: bank, rules: rules)
      for _ in 0..<4 {
        let scores = children.scores(of: children.ability(), on: bank)
        var answers: [AdaptiveAnswer] = []
        while case .ask(let position, let information, let estimate) = try test.next(after: answers) {
          let theta = estimate?.theta ?? 0
          let domain = rules.content == nil ? nil : Self.due(answers, shares: shares, in: bank)
          var best: (position: Int, information: Double)?
          for (index, curve) in bank.curves.enumerated() where !answers.contains(where: { $0.position == index }) {
            if let domain, bank.items[index].domain != domain { continue }
            let found = numericInformation(curve, at: theta)
            if found > (best?.information ?? -1) { best = (index, found) }
          }
          let slow = try #require(best)
          #expect(position == slow.position)
          #expect(abs(information - slow.information) < 1e-6)
          answers.append(AdaptiveAnswer(position: position, score: scores[position]))
        }
        #expect(answers.count == 50)
      }
    }
  }

  private static func due(_ answers: [AdaptiveAnswer], shares: [Double], in bank: ItemBank) -> String? {
    let gaps = zip(Self.domains, shares).map { domain, share in
      let left = bank.items.indices.contains { index in
        bank.items[index].domain == domain && !answers.contains { $0.position == index }
      }
      let part = Double(answers.count { bank.items[$0.position].domain == domain }) / Double(max(1, answers.count))
      return (domain, left ? share - part : -.infinity)
    }
    let greatest = gaps.map(\.1).max()
    return gaps.first { $0.1 == greatest }?.0
  }
}
