// SPDX-License-Identifier: Apache-2.0

/// Earlier sums added: `{add: [raw.u, raw.e], range: [0, 20]}`. No score when any of them has none.
public struct AddScore: Hashable, Sendable {
  public var scores: [ScoreName]
  /// What the total can be, stated so that a changed section cannot change it unnoticed.
  public var range: InclusiveRange?

  public init(scores: [ScoreName], range: InclusiveRange? = nil) {
    self.scores = scores
    self.range = range
  }
}
