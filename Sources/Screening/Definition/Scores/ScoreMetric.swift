// SPDX-License-Identifier: Apache-2.0

/// The mean and the standard deviation that a norm population has on a scale: 100 and 15 for standard scores.
public struct ScoreMetric: Hashable, Sendable {
  public var mean: Double
  /// Above 0 in a sound definition.
  public var sd: Double

  public init(mean: Double, sd: Double) {
    self.mean = mean
    self.sd = sd
  }
}
