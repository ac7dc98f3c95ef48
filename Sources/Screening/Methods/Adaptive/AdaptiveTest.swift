// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A test that asks the item which says most about the child, until it has heard enough.
///
/// Each item is the one with the greatest information at the current estimate among those that may be asked
/// (maximum information), or drawn from the few greatest (randomesque exposure control), inside the domain that
/// ``ContentBalance`` names. Equals go by their place in the bank.
///
/// It keeps nothing between steps: the same bank, rules, seed and answers give the same step, so that a sitting
/// can be resumed, undone and replayed.
///
/// - SeeAlso: F. Lord, "Applications of Item Response Theory to Practical Testing Problems", 1980, ch. 10;
///   G. G. Kingsbury, A. R. Zara, "Procedures for selecting items for computerized adaptive tests", Applied
///   Measurement in Education 2 (1989) 359–375 (randomesque).
public struct AdaptiveTest: Hashable, Sendable {
  public let bank: ItemBank
  public let rules: AdaptiveRules
  /// Which of the best items are drawn; without effect when only the best is taken.
  public let seed: UInt64
  private let domains: [Int]

  /// - Throws: `Fault` with the first problem of the bank or the rules.
  public init(bank: ItemBank, rules: AdaptiveRules, seed: UInt64 = 0) throws {
    if let problem = bank.problems.first {
      throw Fault(.unsoundBank, problem.message, at: problem.item?.rawValue, maybe: problem.remedy)
    }
    if let problem = rules.problems(for: bank).first {
      throw Fault(.unsoundAdaptiveRules, problem, maybe: "mend the rules of the adaptive section")
    }
    self.bank = bank
    self.rules = rules
    self.seed = seed
    self.domains = bank.items.map { item in
      rules.content?.targets.firstIndex { $0.domain == item.domain } ?? 0
    }
  }

  /// What to do after `answers`, given in the order in which they were asked.
  ///
  /// Where several rules would end the test, the one told is the first of: the tier is clear, the standard error is
  /// low enough, the length is reached, too little information is left, the bank is used up.
  ///
  /// - Throws: `Fault` when an answer names no item of the bank, an item for the second time, or a score that its
  ///   item does not have.
  /// - Complexity: O(answers × grid + items).
  public func next(after answers: [AdaptiveAnswer]) throws -> AdaptiveStep {
    var responses = [Int?](repeating: nil, count: self.bank.items.count)
    var asked = [Bool](repeating: false, count: self.bank.items.count)
    for answer in answers {
      try self.check(answer, asked: asked)
      asked[answer.position] = true
      responses[answer.position] = answer.score
    }
    let estimate = try self.rules.estimator.estimate(responses, in: self.bank)
    let theta = estimate?.theta ?? self.rules.startingTheta
    let left: [Candidate] = asked.indices.filter { !asked[$0] }
      .map { ($0, self.bank.curves[$0].information(at: theta)) }
    if let reason = self.reason(asked: answers.count, estimate: estimate, left: left.map(\.information).max()) {
      return .stop(reason, estimate: estimate)
    }
    let best = self.best(of: left, domain: self.domain(asked: asked, responses: responses))
    var random = SeededGenerator(seed: self.seed)
    for _ in answers { _ = random.next() }
    let drawn = best.count > 1 ? best[random.below(best.count)] : best.first
    guard let drawn else { return .stop(.exhausted(asked: answers.count), estimate: estimate) }
    return .ask(position: drawn.position, information: drawn.information, estimate: estimate)
  }

  private func check(_ answer: AdaptiveAnswer, asked: [Bool]) throws {
    guard self.bank.items.indices.contains(answer.position) else {
      throw Fault(
        .adaptiveAnswer, "item \(answer.position) was answered; the bank has 0 to \(self.bank.items.count - 1)",
        maybe: "the answers were given to another version of the screener")
    }
    let code = self.bank.items[answer.position].code
    guard !asked[answer.position] else {
      throw Fault(
        .adaptiveAnswer, "\(code) was answered twice", at: code.rawValue, maybe: "keep the answer that holds")
    }
    if let score = answer.score { try self.bank.check(score: score, at: answer.position) }
  }

  private typealias Candidate = (position: Int, information: Double)

  /// The best of `items` in the domain that is due, best first: as many as one is drawn from, or as there are.
  private func best(of items: [Candidate], domain: Int?) -> [Candidate] {
    var best: [Candidate] = []
    for item in items where domain.map({ self.domains[item.position] == $0 }) ?? true {
      // Equals keep the bank's order, because a later one goes behind.
      let place = best.firstIndex { $0.information < item.information } ?? best.count
      guard place < self.rules.randomesque else { continue }
      best.insert(item, at: place)
      if best.count > self.rules.randomesque { best.removeLast() }
    }
    return best
  }

  private func domain(asked: [Bool], responses: [Int?]) -> Int? {
    guard let content = self.rules.content else { return nil }
    var answered = [Int](repeating: 0, count: content.targets.count)
    var canAsk = [Bool](repeating: false, count: content.targets.count)
    for (position, domain) in self.domains.enumerated() {
      if responses[position] != nil { answered[domain] += 1 }
      if !asked[position] { canAsk[domain] = true }
    }
    return content.next(answered: answered, canAsk: canAsk)
  }

  private func reason(asked: Int, estimate: AbilityEstimate?, left: Double?) -> AdaptiveStep.StopReason? {
    let stop = self.rules.stop
    let enough = estimate.flatMap { $0.answered >= stop.least ? $0 : nil }
    if let enough, let clear = stop.clarity(of: enough) { return .clear(clear) }
    if let enough, enough.bound == nil, let goal = stop.standardError, enough.standardError <= goal {
      return .precise(standardError: enough.standardError, atMost: goal)
    }
    if let most = stop.most, asked >= most { return .length(asked: asked, most: most) }
    guard let left else { return .exhausted(asked: asked) }
    if enough != nil, let floor = stop.information, left <= floor {
      return .littleLeft(information: left, atLeast: floor)
    }
    return nil
  }
}
