// SPDX-License-Identifier: Apache-2.0

/// How an adaptive test chooses its items and when it has heard enough.
///
/// As a definition writes it: `{stop: {se: 0.35, most: 20, least: 5, clear: 0.90}, content: {…}, exposure: {…}}`.
public struct AdaptiveRules: Hashable, Sendable {
  public var estimator: AbilityEstimator
  /// The ability at which the first item is chosen; the prior's mean when `nil`.
  public var start: Double?
  public var content: ContentBalance?
  /// The next item is drawn from so many of the best; 1 always takes the best.
  public var randomesque: Int
  public var stop: AdaptiveStop

  public init(
    estimator: AbilityEstimator = AbilityEstimator(.expectedAPosteriori), start: Double? = nil,
    content: ContentBalance? = nil, randomesque: Int = 1, stop: AdaptiveStop = AdaptiveStop()
  ) {
    self.estimator = estimator
    self.start = start
    self.content = content
    self.randomesque = randomesque
    self.stop = stop
  }

  /// Where the first item is chosen.
  public var startingTheta: Double { self.start ?? self.estimator.prior.mean }

  /// What is wrong with the rules for a test from `bank`, in sentences; empty when it can run. The bank's own
  /// problems are not repeated.
  public func problems(for bank: ItemBank) -> [String] {
    var problems = self.estimator.problems + self.stop.problems
    if !ItemBankProblem.abilities.contains(self.startingTheta) {
      problems.append("the test starts at ability \(plainText(self.startingTheta)); it starts within ±100")
    }
    if self.randomesque < 1 {
      problems.append("the next item is drawn from the \(self.randomesque) best; it is drawn from 1 or more")
    }
    if self.stop.least > bank.items.count {
      problems.append("at least \(self.stop.least) items are asked, and the bank has \(bank.items.count)")
    }
    return problems + (self.content?.problems(for: bank) ?? [])
  }
}
