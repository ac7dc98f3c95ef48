// SPDX-License-Identifier: Apache-2.0

/// A number that was estimated from `n` children, with what is known about how far off it may be.
public struct Estimate: Hashable, Sendable {
  public let value: Double
  /// How many children it rests on, after those with missing values were left out.
  public let n: Int
  /// `nil` where the method has none for these data.
  public let interval: ConfidenceInterval?

  public init(_ value: Double, n: Int, interval: ConfidenceInterval? = nil) {
    self.value = value
    self.n = n
    self.interval = interval
  }
}
