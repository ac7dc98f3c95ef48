// SPDX-License-Identifier: Apache-2.0

/// How a later screening is compared with an earlier one:
/// `{reliable-change: ss.all, reliability: 0.91, criterion: 1.96}`. One screening alone has no value for it.
public struct ReliableChangeScore: Hashable, Sendable {
  /// A scaled score.
  public var of: ScoreName
  /// Between 0 and 1.
  public var reliability: Double
  /// A change counts as reliable when its index is at least this far from 0.
  public var criterion: Double

  public init(of: ScoreName, reliability: Double, criterion: Double) {
    self.of = of
    self.reliability = reliability
    self.criterion = criterion
  }
}
