// SPDX-License-Identifier: Apache-2.0

/// An ability on the scale of an item bank: `{irt: bank, of: B, estimator: eap, least: 5}`.
public struct AbilityScore: Hashable, Sendable {
  public var bank: BankID
  /// The sections whose answers count.
  public var sections: [SectionID]
  public var estimator: AbilityEstimator.Method
  /// Fewer answers give no score. At least 1 in a sound definition.
  public var least: Int
  /// Of the population that the prior describes; used a posteriori only.
  public var prior: AbilityPrior
  /// Lowest and highest ability.
  public var range: InclusiveRange

  public init(
    bank: BankID,
    sections: [SectionID],
    estimator: AbilityEstimator.Method,
    least: Int,
    prior: AbilityPrior = AbilityPrior(),
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
