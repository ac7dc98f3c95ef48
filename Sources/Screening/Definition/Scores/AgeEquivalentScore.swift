// SPDX-License-Identifier: Apache-2.0

/// The age whose median is the child's sum: `{age-equivalent: raw.all, norms: all}`. Never used for a tier.
public struct AgeEquivalentScore: Hashable, Sendable {
  /// A sum.
  public var of: ScoreName
  public var norms: NormsID

  public init(of: ScoreName, norms: NormsID) {
    self.of = of
    self.norms = norms
  }
}
