// SPDX-License-Identifier: Apache-2.0

/// Where a search stands; reported several times a second by its first thread.
public struct SolverProgress: Sendable, Hashable {
  public enum Phase: String, Sendable, Hashable {
    /// The first rota is being built.
    case construction
    /// Parts of the rota are taken out and put back better.
    case improvement
    /// The last report of a search.
    case finished
  }

  public let phase: Phase
  /// Rounds made so far by the reporting thread.
  public let iterations: Int
  public let elapsedMilliseconds: Int
  /// Cost of the best rota so far.
  public let cost: Int
  /// Visits that the best rota so far leaves out.
  public let leftOut: Int
  /// A number that no rota of the problem costs less than; `nil` until one is known.
  public let bound: Int?

  public init(
    phase: Phase,
    iterations: Int,
    elapsedMilliseconds: Int,
    cost: Int,
    leftOut: Int,
    bound: Int? = nil
  ) {
    self.phase = phase
    self.iterations = iterations
    self.elapsedMilliseconds = elapsedMilliseconds
    self.cost = cost
    self.leftOut = leftOut
    self.bound = bound
  }
}
