// SPDX-License-Identifier: Apache-2.0

/// Points summed over whole sections: `{sum: U, weights: {U1: 2}, missing: {allow: 1, rule: prorate}}`.
public struct SumScore: Hashable, Sendable {
  public struct Missing: Hashable, Sendable {
    public enum Rule: String, Sendable, CaseIterable {
      /// A section counts the weighted mean of its answered items times the weights of all its items.
      case prorate
    }

    /// Items, over all the sections, that may be unanswered. More: no score.
    public var allow: Int
    /// Must be given when `allow` is above 0.
    public var rule: Rule?

    public init(allow: Int, rule: Rule? = nil) {
      self.allow = allow
      self.rule = rule
    }
  }

  public var sections: [SectionID]
  /// What an item's points are multiplied by, above 0; 1 for items that are not named.
  public var weights: [ItemCode: Int]
  public var missing: Missing

  public init(
    sections: [SectionID],
    weights: [ItemCode: Int] = [:],
    missing: Missing = Missing(allow: 0)
  ) {
    self.sections = sections
    self.weights = weights
    self.missing = missing
  }
}
