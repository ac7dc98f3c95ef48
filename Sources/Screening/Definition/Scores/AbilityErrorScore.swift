// SPDX-License-Identifier: Apache-2.0

/// The standard error of an ability: `{se: theta}`.
public struct AbilityErrorScore: Hashable, Sendable {
  /// An ability.
  public var of: ScoreName

  public init(of: ScoreName) { self.of = of }
}
