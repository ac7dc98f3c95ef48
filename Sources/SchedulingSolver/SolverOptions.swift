// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// How long and from where a rota is searched for.
public struct SolverOptions: Sendable {
  /// Wall time after which the best rota so far is handed back; `nil` = no limit.
  public var timeLimit: Duration?
  /// Ruin-and-recreate rounds a thread; `nil` = as many as the time allows. When both limits are `nil`,
  /// ``SolverOptions/defaultIterations`` rounds are made.
  public var iterations: Int?
  public var seed: UInt64
  /// Independent searches side by side, each with a seed of its own; values below 1 count as 1.
  public var threads: Int
  /// A rota to begin from. Where it breaks a rule, the visits in the way are taken out of it first.
  public var warmStart: RotaAnswer?

  /// Part of the time goes into proving what no rota can cost less than; the search ends early once it meets the cost.
  /// Where only `iterations` are given, a fixed number of rounds of the proof follows them.
  public var seeksBound: Bool

  /// What to do with the best rota so far while the search goes on. It does not change the search.
  public var checkpoint: SolverCheckpoint?

  public static let defaultIterations = 20_000

  public init(
    timeLimit: Duration? = nil,
    iterations: Int? = nil,
    seed: UInt64 = 1,
    threads: Int = 1,
    warmStart: RotaAnswer? = nil,
    seeksBound: Bool = false,
    checkpoint: SolverCheckpoint? = nil
  ) {
    self.timeLimit = timeLimit
    self.iterations = iterations
    self.seed = seed
    self.threads = threads
    self.warmStart = warmStart
    self.seeksBound = seeksBound
    self.checkpoint = checkpoint
  }
}
