// SPDX-License-Identifier: Apache-2.0

/// The tier that the definition's rules put forward. It is never a decision: a named person confirms or
/// overrides it.
public struct TierProposal: Hashable, Sendable {
  public let tier: TierName
  /// The rule that held, in the definition's words: `band in red amber`.
  public let because: String

  public init(tier: TierName, because: String) {
    self.tier = tier
    self.because = because
  }
}
