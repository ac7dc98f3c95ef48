// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// Hands out the best rota of a running search now and then, so that another can go on from it.
public struct SolverCheckpoint: Sendable {
  /// The least time between two rotas.
  public let interval: Duration
  /// Called from the first search thread, which waits for it, with a rota that costs less than the one before.
  public let take: @Sendable (RotaAnswer) -> Void

  public init(every interval: Duration, take: @escaping @Sendable (RotaAnswer) -> Void) {
    self.interval = interval
    self.take = take
  }
}
