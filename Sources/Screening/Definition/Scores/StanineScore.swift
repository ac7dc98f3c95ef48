// SPDX-License-Identifier: Apache-2.0

/// A standard nine, 1 to 9: `{stanine: z.all}`.
public struct StanineScore: Hashable, Sendable {
  /// A z score, or a table's score with a metric.
  public var of: ScoreName

  public init(of: ScoreName) { self.of = of }
}
