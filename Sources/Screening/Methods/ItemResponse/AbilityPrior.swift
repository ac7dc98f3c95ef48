// SPDX-License-Identifier: Apache-2.0

/// The normal distribution of ability among the children for whom the bank was calibrated.
public struct AbilityPrior: Hashable, Sendable {
  public var mean: Double
  public var sd: Double

  public init(mean: Double = 0, sd: Double = 1) {
    self.mean = mean
    self.sd = sd
  }
}
