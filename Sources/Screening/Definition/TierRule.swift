// SPDX-License-Identifier: Apache-2.0

/// Proposes a tier when its condition holds; the first rule that holds wins. A named person confirms.
public struct TierRule: Hashable, Sendable {
  public var tier: TierName
  public var condition: TierCondition

  public init(tier: TierName, condition: TierCondition) {
    self.tier = tier
    self.condition = condition
  }
}
