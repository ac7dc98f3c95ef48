// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// How ability is estimated from answers: a method with its prior, range and grid.
public struct AbilityEstimator: Hashable, Sendable {
  /// The raw value is how a definition writes it.
  public enum Method: String, Hashable, Sendable, CaseIterable {
    case maximumLikelihood = "ml"
    case maximumAPosteriori = "map"
    case expectedAPosteriori = "eap"
    case weightedLikelihood = "wle"

    public var usesPrior: Bool { self == .maximumAPosteriori || self == .expectedAPosteriori }
  }

  public var method: Method
  /// Used by the two methods a posteriori only.
  public var prior: AbilityPrior
  public var range: AbilityRange
  /// How many abilities from one end of the range to the other, both included, stand for all of them; used by the
  /// expected value a posteriori only.
  public var gridPoints: Int

  /// The defaults are those of the R package catR: the standard normal prior, the range ±4, a step of a quarter.
  public init(
    _ method: Method, prior: AbilityPrior = AbilityPrior(), range: AbilityRange = AbilityRange(-4, 4),
    gridPoints: Int = 33
  ) {
    self.method = method
    self.prior = prior
    self.range = range
    self.gridPoints = gridPoints
  }

  /// What is wrong with the prior, range or grid, in sentences; empty when it can be used.
  public var problems: [String] {
    var problems: [String] = []
    let (mean, sd) = (self.prior.mean, self.prior.sd)
    let (lowest, highest) = (self.range.lowest, self.range.highest)
    if !(lowest < highest) || !Self.abilities.contains(lowest) || !Self.abilities.contains(highest) {
      problems.append("the range is \(plainText(lowest)) to \(plainText(highest)); it rises, within ±100")
    }
    if !Self.abilities.contains(mean) {
      problems.append("the prior mean is \(plainText(mean)); it lies within ±100")
    }
    if !Self.spreads.contains(sd) {
      problems.append("the prior standard deviation is \(plainText(sd)); it is from 0.01 to 100")
    }
    if !Self.grids.contains(self.gridPoints) {
      problems.append("the grid has \(self.gridPoints) points; it has 3 to 10,000")
    }
    return problems
  }

  /// The ability that `responses` point to.
  ///
  /// - Parameter responses: A score for each item of the bank, in its order; `nil` where none was given.
  /// - Returns: `nil` when no item was answered, whatever the prior: a prior alone is no score of a child.
  /// - Throws: `Fault` when the bank or the estimator has problems, the count differs from the bank's, or a score
  ///   is not one of its item's.
  /// - Complexity: O(answered × steps), with 33 steps for the default grid and some 50 to 120 for a search.
  public func estimate(_ responses: [Int?], in bank: ItemBank) throws -> AbilityEstimate? {
    if let problem = self.problems.first {
      throw Fault(.unsoundEstimator, problem, maybe: "take a prior of 0 and 1 and a range of -4 to 4")
    }
    let answered = try AnsweredItems(responses, in: bank)
    guard answered.count > 0 else { return nil }
    return switch self.method {
    case .maximumLikelihood: MaximumLikelihood(range: self.range).estimate(answered)
    case .maximumAPosteriori: MaximumAPosteriori(prior: self.prior, range: self.range).estimate(answered)
    case .expectedAPosteriori:
      ExpectedAPosteriori(prior: self.prior, range: self.range, points: self.gridPoints).estimate(answered)
    case .weightedLikelihood: WeightedLikelihood(range: self.range).estimate(answered)
    }
  }

  private static let abilities = ItemBankProblem.abilities
  private static let spreads = 0.01...100.0
  private static let grids = 3...10_000
}
