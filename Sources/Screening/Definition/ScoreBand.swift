// SPDX-License-Identifier: Apache-2.0

/// A named range of one score: `{id: amber, when: ss.all, from: 82, below: 90}`.
public struct ScoreBand: Hashable, Sendable {
  public var id: BandID
  public var when: ScoreName
  /// Included. `nil`: from the lowest score.
  public var from: Double?
  /// Not included. `nil`: up to the highest score.
  public var below: Double?

  public init(id: BandID, when: ScoreName, from: Double? = nil, below: Double? = nil) {
    self.id = id
    self.when = when
    self.from = from
    self.below = below
  }

  public func contains(_ score: Double) -> Bool {
    (self.from.map { $0 <= score } ?? true) && (self.below.map { score < $0 } ?? true)
  }
}
