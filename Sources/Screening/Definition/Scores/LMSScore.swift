// SPDX-License-Identifier: Apache-2.0

/// A z score from an LMS norm table: `{lms: all, of: raw.all}`.
public struct LMSScore: Hashable, Sendable {
  public var norms: NormsID
  /// A sum.
  public var of: ScoreName

  public init(norms: NormsID, of: ScoreName) {
    self.norms = norms
    self.of = of
  }
}
