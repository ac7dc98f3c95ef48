// SPDX-License-Identifier: Apache-2.0

/// One item that an adaptive test has asked.
public struct AdaptiveAnswer: Hashable, Sendable {
  /// Its place in the bank.
  public var position: Int
  /// `nil` when it was asked and not answered: it is not asked again, and the estimate does not rest on it.
  public var score: Int?

  public init(position: Int, score: Int?) {
    self.position = position
    self.score = score
  }
}
