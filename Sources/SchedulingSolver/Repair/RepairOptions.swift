// SPDX-License-Identifier: Apache-2.0

/// How long and from where a repair is searched for.
public struct RepairOptions: Sendable {
  /// Rounds of the two long searches, which run side by side; the short ones before them take up to two thirds
  /// of it again.
  public var iterations: Int
  public var seed: UInt64
  /// Wall time after which the searches hand back what they have; `nil` = no limit. What comes after them
  /// (reasons, verdicts) is not counted. Once it is reached, the answer depends on the machine's speed.
  public var timeLimit: Duration?

  public static let defaultIterations = 3_000

  public init(iterations: Int = Self.defaultIterations, seed: UInt64 = 1, timeLimit: Duration? = nil) {
    self.iterations = iterations
    self.seed = seed
    self.timeLimit = timeLimit
  }
}
