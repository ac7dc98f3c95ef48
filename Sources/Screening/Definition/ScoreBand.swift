// SPDX-License-Identifier: Apache-2.0

/// A named range of one score: `{id: amber, when: ss.all, from: 82, below: 90}`. A criterion that differs by age is
/// one band an age: `{id: met, when: raw.all, ages: [60, 65], from: 12}`.
public struct ScoreBand: Hashable, Sendable {
  public var id: BandID
  public var when: ScoreName
  /// Included. `nil`: from the lowest score.
  public var from: Double?
  /// Not included. `nil`: up to the highest score.
  public var below: Double?
  /// Completed months at which the band holds. `nil`: all that the screener is for.
  public var ages: InclusiveRange?

  public init(
    id: BandID,
    when: ScoreName,
    from: Double? = nil,
    below: Double? = nil,
    ages: InclusiveRange? = nil
  ) {
    self.id = id
    self.when = when
    self.ages = ages
    self.from = from
    self.below = below
  }

  public func holds(atMonths months: Int) -> Bool { self.ages?.contains(months) ?? true }

  public func contains(_ score: Double) -> Bool {
    (self.from.map { $0 <= score } ?? true) && (self.below.map { score < $0 } ?? true)
  }
}
