// SPDX-License-Identifier: Apache-2.0

/// An ability on the scale of an item bank: `{irt: bank, of: B, estimator: eap, least: 5}`.
public struct AbilityScore: Hashable, Sendable {
  /// How the ability is estimated from the answers.
  public enum Estimator: String, Sendable, CaseIterable {
    /// Maximum likelihood, kept within the range.
    case ml
    /// The mode of the posterior under a normal prior.
    case map
    /// The mean of the posterior under a normal prior, on a fixed grid.
    case eap
    /// Weighted likelihood, after Warm (1989).
    case wle
  }

  public var bank: BankID
  /// The sections whose answers count.
  public var sections: [SectionID]
  public var estimator: Estimator
  /// Fewer answers give no score. At least 1 in a sound definition.
  public var least: Int
  /// Of the population that the prior describes; `map` and `eap` only.
  public var prior: ScoreMetric
  /// Lowest and highest ability.
  public var range: InclusiveRange

  public init(
    bank: BankID,
    sections: [SectionID],
    estimator: Estimator,
    least: Int,
    prior: ScoreMetric = ScoreMetric(mean: 0, sd: 1),
    range: InclusiveRange = InclusiveRange(-4, 4)
  ) {
    self.bank = bank
    self.sections = sections
    self.estimator = estimator
    self.least = least
    self.prior = prior
    self.range = range
  }
}
