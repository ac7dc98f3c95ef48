// SPDX-License-Identifier: Apache-2.0

/// A norm score read from a published table: `{lookup: tab, of: raw.all, mean: 100, sd: 15}`.
public struct LookupScore: Hashable, Sendable {
  public var norms: NormsID
  /// A sum.
  public var of: ScoreName
  /// The scale that the table's values are on. `nil`: none that intervals, percentiles or changes could be made
  /// from, such as an age or a percentile.
  public var metric: ScoreMetric?

  public init(norms: NormsID, of: ScoreName, metric: ScoreMetric? = nil) {
    self.norms = norms
    self.of = of
    self.metric = metric
  }
}
